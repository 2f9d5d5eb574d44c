import { type Rings, ringsFromNested } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldLayer } from '../../grids/index.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import type { RunStamp } from '../ports.js';
import type { RowSource } from '../rows/row-source.js';
import type { Tally } from '../rows/tally.js';
import type { RunUnderWay } from '../runs/run-desk.js';
import type { FilePlaces, OfficeSetting } from './file-parts.js';
import type { PlannedTable } from './import-plan.js';
import { takeLayer } from './take-layer.js';

/** A layer's rows on their way, with the run of its boundaries where these come in a file of their own. */
export interface UnitsUnderWay {
  readonly table: PlannedTable;
  readonly layer: HeldLayer;
  readonly fileKey: string;
  readonly run: RunUnderWay;
  readonly stamp: RunStamp;
  readonly tally: Tally;
  readonly boundaryRun: RunUnderWay | null;
}

type Ground = ReadonlyMap<SourceId, Rings | null>;

/** Takes a layer in one transaction: its units are judged together. Answers the tally to go on with. */
export async function takeUnits(places: FilePlaces, setting: OfficeSetting, way: UnitsUnderWay): Promise<Tally> {
  const { front, writer, progress } = places;
  const { fileKey, run, stamp, layer } = way;
  const before = way.tally.totals;
  return front.transaction(async (sql) => {
    const tally = await run.freshTally(before);
    const boundaryTally = way.boundaryRun && (await way.boundaryRun.freshTally());
    const told = manifestLayer(way);
    const ground = new Map<LayerKey, Ground>();
    if (layer.membersOf !== null) ground.set(layer.membersOf, await groundHeld(places, sql, layer.membersOf));
    const held = told.units.format === 'geojson' || layer.membersOf !== null ? null : await groundHeld(places, sql, layer.key);
    await takeLayer(
      {
        ...setting,
        source: sourceOf(way.table),
        layer: told,
        department: front.department,
        writer,
        ground,
        isWhole: setting.isWholeLayer,
        ...(boundaryTally ? { boundaryTally } : {}),
        ...(held ? { held } : {}),
      },
      { sql, stamp, tally },
    );
    await boundaryTally?.flush();
    await tally.flush();
    const rowsTaken = tally.counts.read - before.accepted - before.quarantined;
    await progress.note(sql, { fileKey, kind: 'UNIT' }, { runId: run.id, state: 'TAKEN', rowsTaken, totals: tally.totals });
    return tally;
  });
}

function manifestLayer({ layer, table }: UnitsUnderWay): ManifestLayer {
  return {
    key: layer.key,
    name: { zh: layer.nameZh, en: layer.nameEn },
    partition: layer.partition,
    primary: layer.primary,
    idScheme: layer.idScheme,
    synthetic: layer.synthetic,
    units: table.table.file,
    ...(table.boundaries ? { boundaries: table.boundaries.table.file } : {}),
    ...(layer.membersOf === null ? {} : { membersOf: layer.membersOf }),
  };
}

/** The rows of a layer, and of its boundaries, which may stand in another file. */
function sourceOf({ file, boundaries }: PlannedTable): RowSource {
  return {
    rows: (told, layout) => (told === boundaries?.table.file ? boundaries.file.source : file.source).rows(told, layout),
  };
}

async function groundHeld({ writer }: FilePlaces, sql: Sql, layerKey: LayerKey): Promise<Ground> {
  const held = await writer.groundHeld(sql, layerKey);
  return new Map([...held].map(([localId, boundary]) => [localId, boundary && ringsFromNested(boundary)]));
}
