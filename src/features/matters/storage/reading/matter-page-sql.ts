import type { Parameters } from '../../../../database/parameters.js';
import type { MatterOrdering, MatterPageStart } from '../../matter-query.js';

const columns = {
  REPORTED_AT: 'matter.reported_at',
  DUE_AT: `coalesce(matter.due_at, 'infinity'::timestamptz)`,
  CLOSED_AT: `coalesce(matter.closed_at, 'infinity'::timestamptz)`,
} as const;

/** The `order by` of a page; the id decides between equals, so that a page has one beginning. */
export function orderOf(ordering: MatterOrdering): string {
  const way = ordering.descending ? 'desc' : 'asc';
  return `${columns[ordering.by]} ${way}, matter.id ${way}`;
}

/** The condition of what follows a row in that order (keyset paging). */
export function followsSql(start: MatterPageStart, ordering: MatterOrdering, parameters: Parameters): string {
  const value = start.value === null ? `'infinity'::timestamptz` : `${parameters.add(new Date(start.value))}::timestamptz`;
  return `(${columns[ordering.by]}, matter.id) ${ordering.descending ? '<' : '>'} (${value}, ${parameters.add(start.uuid)}::uuid)`;
}
