import { CityError } from '../../../../kernel/city-error.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import type { SourceId } from '../../../../kernel/ids.js';
import type { OrganisationsByName } from '../../ports.js';

/** More codes than anybody follows at once. */
const mostCodes = 50;

/**
 * The organisations of some codes on a day, by uuid.
 * Throws `BAD_USER_INPUT` for a code that nobody has and for more than 50, `AMBIGUOUS_ID` for one that several issuers gave out.
 */
export async function namedOrganisations(
  organisations: OrganisationsByName,
  codes: readonly SourceId[],
  day: CalendarDate,
): Promise<ReadonlySet<string>> {
  if (codes.length > mostCodes) throw tooMany(codes.length);
  const found = await Promise.all(codes.map(async (code) => theOne(code, await organisations.byCode(code, day))));
  return new Set(found);
}

function theOne(code: SourceId, found: readonly { readonly uuid: string; readonly issuer: string }[]): string {
  const [one, ...others] = found;
  if (one && others.length === 0) return one.uuid;
  const issuers = found.map(({ issuer }) => issuer);
  const received = JSON.stringify(code);
  throw new CityError({
    code: one ? 'AMBIGUOUS_ID' : 'BAD_USER_INPUT',
    message: one
      ? `responsible.organisation: ${received} was given out by several issuers: ${issuers.join(', ')}.`
      : `responsible.organisation: expected the code of an organisation, got ${received}, which nobody has.`,
    messageZh: one
      ? `responsible.organisation：${received} 由多个签发方使用：${issuers.join('、')}。`
      : `responsible.organisation：应为某组织的代码，收到 ${received}，无此组织。`,
    hint: one ? 'Name another id of the one that is meant.' : 'The query organisations lists codes.',
    details: { code, issuers },
  });
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `responsible.organisation: expected at most ${mostCodes} codes, got ${received}.`,
    messageZh: `responsible.organisation：至多 ${mostCodes} 个代码，收到 ${received} 个。`,
    hint: 'Name their office instead, or subscribe several times.',
    details: { limit: mostCodes },
  });
}
