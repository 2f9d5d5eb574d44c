import { CityError } from '../../../kernel/city-error.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { FindOrganisation } from '../../access/index.js';
import type { Handler } from '../../matters/index.js';
import type { Situation, StepEffect } from '../steps/step.js';
import { checkNotElsewhere, type ElsewhereParts } from './already-elsewhere.js';
import { checkEscalation } from './escalation.js';

/** What handing a matter over needs. */
export interface HandOverParts extends ElsewhereParts {
  readonly findOrganisation: FindOrganisation;
}

/** Hands a matter to the organisations that a step names, of which the first leads. */
export function handOver(parts: HandOverParts): StepEffect {
  return async (situation) => {
    await checkNotElsewhere(situation, parts);
    await checkEscalation(situation);
    return { handlers: handlersOf(await organisationsNamed(situation, situation.carried.organisations, parts)) };
  };
}

/** The first leads, the others support. */
export function handlersOf(organisationUuids: readonly string[]): readonly Handler[] {
  return organisationUuids.map((organisationUuid, place) => ({ organisationUuid, role: place === 0 ? 'LEAD' : 'SUPPORT' }));
}

/** The uuids of organisations by their codes, in order; throws `NOT_FOUND` or `AMBIGUOUS_ID`, and `BAD_USER_INPUT` where one stands twice. */
export async function organisationsNamed(
  { sql }: Pick<Situation, 'sql'>,
  codes: readonly SourceId[],
  { findOrganisation }: Pick<HandOverParts, 'findOrganisation'>,
): Promise<readonly string[]> {
  const uuids: string[] = [];
  for (const code of codes) uuids.push(await findOrganisation(sql, code));
  if (new Set(uuids).size === uuids.length) return uuids;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `organisations: expected each organisation once, got ${codes.join(', ')}.`,
    messageZh: `organisations：每个组织只能出现一次，收到 ${codes.join('、')}。`,
  });
}
