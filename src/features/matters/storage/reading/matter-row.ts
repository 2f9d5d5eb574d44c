import { globalId } from '../../../../kernel/ids.js';
import type { Matter, ReportedTransition } from '../../matter.js';

/** The columns of a matter, for `select`; the table must be named `matter`. */
export const matterColumns = `matter.id as uuid, matter.department, matter.local_id as "localId", matter.born_in as "bornIn", matter.source,
  matter.title, matter.standard, matter.category_kind as "categoryKind", matter.category_code as "categoryCode", matter.state,
  matter.office_state as "officeState", matter.keeper_id as "keeperUuid", matter.lead_id as "leadUuid", matter.sealed,
  matter.longitude, matter.latitude,
  matter.division_code as "divisionCode", matter.grid_id as "gridUuid", matter.unit_id as "unitUuid", matter.reported_at as "reportedAt",
  matter.due_at as "dueAt", matter.yellow_at as "yellowAt", matter.closed_at as "closedAt", matter.version, matter.reported_transition as "reportedTransition"`;

/** A row of {@link matterColumns}. */
export interface MatterRow extends Omit<Matter, 'id' | 'typeName' | 'reportedTransition'> {
  /** As JSON has it: its instant is text. */
  readonly reportedTransition: (Omit<ReportedTransition, 'at'> & { readonly at: string }) | null;
}

/** The GraphQL type of each office's matters, by department. */
export type MatterTypes = ReadonlyMap<string, string>;

/** The record of a row; a matter of no office is a `PlatformMatter`. */
export function matterOf(row: MatterRow, types: MatterTypes): Matter {
  const typeName = (row.department === null ? undefined : types.get(row.department)) ?? 'PlatformMatter';
  const told = row.reportedTransition;
  const reportedTransition = told && { ...told, at: new Date(told.at) };
  return { ...row, reportedTransition, id: globalId(typeName, row.uuid), typeName };
}
