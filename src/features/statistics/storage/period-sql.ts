import type { Parameters } from '../../../database/parameters.js';
import { allOf } from '../../../database/scope-condition.js';
import type { Period } from '../figures/period.js';

/** The condition that something happened in a period of the city's days; `column` is an instant, `timeZone` a parameter. */
export function periodSql(
  column: string,
  { from, to }: Period,
  { parameters, timeZone }: { readonly parameters: Parameters; readonly timeZone: string },
): string {
  const startOf = (day: string): string => `(${parameters.add(day)}::date::timestamp at time zone ${timeZone})`;
  return allOf([...(from === null ? [] : [`${column} >= ${startOf(from)}`]), ...(to === null ? [] : [`${column} < ${startOf(to)}`])]);
}
