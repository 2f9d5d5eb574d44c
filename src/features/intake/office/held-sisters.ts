import { ringsFromNested } from '../../../geometry/rings.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldLayer } from '../../grids/index.js';
import { surveyLayer } from '../layer-checks/layer-survey.js';
import { SisterLayers } from '../layer-checks/sister-layers.js';
import type { RegisterRows } from '../ports.js';

/** Where held layers are read. */
export interface HeldGround {
  readonly sql: Sql;
  readonly rows: RegisterRows;
  readonly today: CalendarDate;
}

/** The layers that the index holds, for the layers of `read` to be held against; none where no layer is read. */
export async function heldSisters(held: HeldGround, read: readonly LayerKey[]): Promise<SisterLayers> {
  const sisters = new SisterLayers();
  if (read.length === 0) return sisters;
  const layers = await held.rows.layers(held.sql);
  // The ground of a set of units is that of its members, which are there themselves.
  for (const layer of layers.filter(({ key, membersOf }) => membersOf === null && !read.includes(key)))
    sisters.know(await surveyOf(layer, held));
  return sisters;
}

async function surveyOf(layer: HeldLayer, { sql, rows, today }: HeldGround): Promise<ReturnType<typeof surveyLayer>> {
  const units = await rows.unitsOn(sql, layer.key, today);
  const ground = new Map(units.map(({ localId, boundary }) => [localId, boundary && ringsFromNested(boundary)]));
  return surveyLayer(layer, { units, ground }, today);
}
