import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import { linkBases } from '../link-basis.js';
import type { CoverageColumns } from '../model/coverage-table.js';
import type { ReadBefore } from '../ports.js';
import { isLittleTouched, placesIn, type TouchedRow, touchedSql } from './changed-rows.js';
import { instantsOf, placed, uuidsOf } from './read-crosswalk.js';

const coverageSql = `with ${placed} ${touchedSql('coverage', {
  columns: `place.nth as unit, (array_position($5::text[], coverage.target_layer) - 1) * ${linkBases.length}
              + array_position($6::text[], coverage.basis) - 1 as kind,
            array[coverage.linked, coverage.omitted, coverage.uncovered, coverage.double_cover] as shares`,
  from: 'coverage join place on place.id = coverage.unit_id and coverage.target_layer = any ($5::text[])',
})}`;

interface TouchedCoverage extends TouchedRow {
  readonly unit: number;
  /** As in `CoverageRows.kinds`. */
  readonly kind: number;
  readonly shares: readonly number[];
}

/** As {@link readLinksSince}, for coverage. */
export async function readCoverageSince(sql: Sql, model: GridModel, before: ReadBefore): Promise<CoverageColumns | null> {
  if (!(await isLittleTouched(sql, 'coverage', before))) return null;
  const layerKeys = model.layers.map((layer) => layer.key);
  const parameters = [...instantsOf(model), uuidsOf(model), before.oldestOpen, layerKeys, linkBases];
  const rows = await sql.query<TouchedCoverage>(coverageSql, parameters);
  const touched = rows.filter((row) => row.isStanding !== null);
  const coverage = merged(model, before, touched);
  return coverage.size === rows[0]!.standing ? coverage : null;
}

function merged(model: GridModel, before: ReadBefore, touched: readonly TouchedCoverage[]): CoverageColumns {
  const { starts, kinds, shares } = before.model.links.coverage.rows;
  const room = kinds.length + touched.length;
  const found = {
    units: new Uint32Array(room),
    layers: new Uint16Array(room),
    bases: new Uint8Array(room),
    shares: new Float64Array(room * 4),
  };
  let size = 0;
  const add = (unit: number, kind: number, four: ArrayLike<number>): void => {
    found.units[size] = unit;
    found.layers[size] = Math.floor(kind / linkBases.length);
    found.bases[size] = kind % linkBases.length;
    found.shares.set(four, size++ * 4);
  };
  const keyRoom = model.layers.length * linkBases.length;
  const gone = new Set(touched.map(({ unit, kind }) => unit * keyRoom + kind));
  placesIn(model, before.model).forEach((unit, earlier) => {
    for (let row = starts[earlier]!; unit >= 0 && row < starts[earlier + 1]!; row++) {
      if (!gone.has(unit * keyRoom + kinds[row]!)) add(unit, kinds[row]!, shares.subarray(row * 4, row * 4 + 4));
    }
  });
  for (const row of touched) if (row.isStanding) add(row.unit, row.kind, row.shares);
  return { size, ...found };
}
