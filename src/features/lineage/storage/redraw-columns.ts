import type { Sql } from '../../../kernel/sql.js';
import type { Redraw } from '../redraw.js';

type RedrawRow = Omit<Redraw, 'acts' | 'notices' | 'proposedAt'> & {
  readonly acts: readonly (Omit<Redraw['acts'][number], 'at'> & { readonly at: string })[];
  readonly notices: readonly {
    readonly department: string;
    readonly notifiedAt: string;
    readonly acknowledgedAt: string | null;
    readonly acknowledgedBy: string | null;
  }[];
  readonly proposedAt: Date;
};

const unitsOf = (part: 'ENDS' | 'BEGINS'): string =>
  `(select coalesce(json_agg(json_build_object('localId', local_id, 'uuid', unit_id, 'name', name, 'divisionCode', division_code,
      'households', households, 'boundary', boundary -> 'coordinates', 'areaM2', area_m2, 'predecessors', predecessors) order by local_id), '[]')
     from redraw_unit where redraw_id = redraw.id and part = '${part}')`;

/** Reads redraws with all that belongs to them; `rest` is what follows `from redraw`. */
export async function readRedraws(sql: Sql, rest: string, parameters: readonly unknown[]): Promise<readonly Redraw[]> {
  const rows = await sql.query<RedrawRow>(
    `select redraw.id as uuid, layer_key as "layerKey", effective_from::text as "effectiveFrom", state, version,
            json_build_object('gaps', declared_gaps, 'overlaps', declared_overlaps, 'beyond', declared_beyond) as declared, findings,
            ${unitsOf('ENDS')} as ends, ${unitsOf('BEGINS')} as begins,
            (select json_agg(json_build_object('version', version, 'deed', deed, 'subject', subject, 'role', role,
               'organisationUuid', organisation_id, 'document', document, 'at', happened_at) order by version)
              from redraw_act where redraw_id = redraw.id) as acts,
            (select coalesce(json_agg(json_build_object('department', department, 'notifiedAt', notified_at, 'acknowledgedAt', acknowledged_at,
               'acknowledgedBy', acknowledged_by) order by department), '[]') from redraw_notice where redraw_id = redraw.id) as notices,
            proposed_at as "proposedAt"
       from redraw ${rest}`,
    parameters,
  );
  return rows.map((row) => ({
    ...row,
    acts: row.acts.map((act) => ({ ...act, at: new Date(act.at) })),
    notices: row.notices.map((notice) => ({
      ...notice,
      notifiedAt: new Date(notice.notifiedAt),
      acknowledgedAt: notice.acknowledgedAt === null ? null : new Date(notice.acknowledgedAt),
    })),
  }));
}
