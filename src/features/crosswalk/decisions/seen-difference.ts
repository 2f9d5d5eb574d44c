import { addDays } from '../../../kernel/dates.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';
import type { DecidedRows } from './apply-decisions.js';
import { computedRowsOf, sharesThroughout } from './computed-row.js';
import type { DecidedGround, DeclaredSet } from './decision.js';
import { differenceOf } from './declared-set.js';
import { contains } from './period.js';

/** How far a set is from what is computed on its first day: what the person who declared it had before their eyes; see {@link differenceOf}. */
export function seenDifference(set: DeclaredSet, decided: DecidedRows<LinkRecord, CoverageRecord>, ground: DecidedGround): number {
  const firstDay = { validFrom: set.validFrom, validTo: addDays(set.validFrom, 1) };
  const computed = sharesThroughout(computedRowsOf(decided, [set], ground)(set), firstDay);
  const declared = decided.declared.links.filter((link) => link.declarationId === set.id && contains(link, firstDay));
  return differenceOf(weightsOf(declared), weightsOf(computed?.links ?? []));
}

function weightsOf(links: readonly { readonly targetUuid: string; readonly weight: number }[]): ReadonlyMap<string, number> {
  return new Map(links.map(({ targetUuid, weight }) => [targetUuid, weight]));
}
