import { append } from '../../../eventlog/append.js';
import { globalId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { UnitArrival } from '../ports.js';

interface ToldUnit {
  readonly uuid: string;
  readonly department: string | null;
  /** How many versions were ever recorded: it grows with each change. */
  readonly version: number;
  readonly isNew: boolean;
}

/** Tells of units whose versions were recorded at `recordedAt`, each by its own event, in the order given. */
export async function tellUnits(
  sql: Sql,
  units: readonly (readonly [string, UnitArrival])[],
  { recordedAt, now }: { readonly recordedAt: string; readonly now: Date },
): Promise<void> {
  const told = await sql.query<ToldUnit>(
    `select unit.id as uuid, layer.department, count(*)::int as version, min(version.recorded_from) >= $2::timestamptz as "isNew"
       from unit join layer on layer.key = unit.layer_key join unit_version version on version.unit_id = unit.id
      where unit.id = any($1::uuid[]) group by unit.id, layer.department`,
    [units.map(([uuid]) => uuid), recordedAt],
  );
  const known = new Map(told.map((unit) => [unit.uuid, unit]));
  await append(
    sql,
    units.map(([subject, unit]) => {
      const { department, version, isNew } = known.get(subject)!;
      return {
        topic: 'grid',
        kind: isNew ? 'UNIT_ADDED' : 'UNIT_CHANGED',
        subject,
        version,
        department,
        divisionCode: unit.divisionCode,
        payload: factsOf(unit),
        occurredAt: now,
      };
    }),
  );
}

function factsOf({ layerKey, localId, generation, name, validFrom, validTo, redrawUuid }: UnitArrival): Readonly<Record<string, unknown>> {
  const redraw = redrawUuid === undefined ? null : globalId('Redraw', redrawUuid);
  return { layer: layerKey, localId, generation, name, validFrom, validTo, redraw };
}
