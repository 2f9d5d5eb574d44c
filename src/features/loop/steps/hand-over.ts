import { CityError } from '../../../kernel/city-error.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { FindOrganisation } from '../../access/index.js';
import type { Handler, PastStep } from '../../matters/index.js';
import type { Effect, Situation, StepEffect } from './step.js';
import { actsAboveTownship } from './who-acts.js';

/** What handing a matter over needs. */
export interface HandOverParts {
  readonly findOrganisation: FindOrganisation;
}

/** After so many objections the township level no longer decides who handles a matter (domain: second objection goes to the county level). */
const objectionsThatEscalate = 2;

/** Hands a matter to one organisation (派单), or to several of which the first leads (吹哨). */
export function handOver({ findOrganisation }: HandOverParts): StepEffect {
  return async (situation): Promise<Effect> => {
    await checkEscalation(situation);
    const { sql, carried } = situation;
    const uuids: string[] = [];
    for (const code of carried.organisations) uuids.push(await findOrganisation(sql, code));
    checkApart(uuids, carried.organisations);
    return { handlers: uuids.map(handlerOf) };
  };
}

const handlerOf = (organisationUuid: string, place: number): Handler => ({ organisationUuid, role: place === 0 ? 'LEAD' : 'SUPPORT' });

async function checkEscalation({ matter, acting, past }: Situation): Promise<void> {
  const objections = (await past()).filter(isObjection).length;
  if (objections < objectionsThatEscalate || actsAboveTownship(acting, matter.divisionCode)) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `The matter was objected to ${objections} times: the county level decides who handles it.`,
    messageZh: `该事项已被异议 ${objections} 次，须由县（市、区）级确定承办单位。`,
    hint: 'Escalate it to the grid office or governance centre of the county level.',
    details: { objections },
  });
}

const isObjection = ({ step }: PastStep): boolean => step === 'objectToDispatch';

function checkApart(uuids: readonly string[], codes: readonly SourceId[]): void {
  if (new Set(uuids).size === uuids.length) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `organisations: expected each organisation once, got ${codes.join(', ')}.`,
    messageZh: `organisations：每个组织只能出现一次，收到 ${codes.join('、')}。`,
  });
}
