import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { Rings } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { surveyLayer } from '../layer-checks/layer-survey.js';
import type { SisterLayers } from '../layer-checks/sister-layers.js';
import type { FrontWriter, RunStamp } from '../ports.js';
import type { UnitRecord } from '../records.js';
import type { Tally } from '../rows/tally.js';
import type { Report } from '../runs/progress.js';
import { type LayerIntake, type LayerTerms, readLayer } from './layer-intake.js';
import { sifted } from './part-rules.js';

/** What taking a layer needs. */
export interface TakeLayerTerms extends Omit<LayerTerms, 'own' | 'rules' | 'tally'> {
  readonly department: DepartmentDefinition;
  readonly sisters: SisterLayers;
  readonly writer: FrontWriter;
  readonly report: Report;
  /** Whether the file lists all units that stand, so that others have ended. */
  readonly isWhole: boolean;
}

/** Inside which transaction of which run. */
export interface Taking {
  readonly sql: Sql;
  readonly stamp: RunStamp;
  readonly tally: Tally;
}

const unitsAtOnce = 1_000;

/** Reads one layer, looks at it beside its sisters and writes its units; answers its ground by local id. */
export async function takeLayer(terms: TakeLayerTerms, taking: Taking): Promise<ReadonlyMap<SourceId, Rings | null>> {
  const { layer, department, sisters, writer } = terms;
  const { stamp, tally } = taking;
  const read = await readLayer({ ...terms, own: department.unitFields, rules: department.rowRules, tally });
  // The ground of a set of units is that of its members, which have been looked at.
  if (layer.membersOf === undefined) for (const finding of sisters.check(surveyLayer(layer, read, stamp.today))) tally.find(finding);
  for (let from = 0; from < read.units.length; from += unitsAtOnce) {
    tally.wrote(await writeUnits(read.units.slice(from, from + unitsAtOnce), terms, taking));
    terms.report({ stage: layer.key, done: Math.min(from + unitsAtOnce, read.units.length), total: read.units.length });
  }
  if (terms.isWhole && read.complete) tally.wrote({ older: 0, changed: await retire(writer, { layerKey: layer.key, read }, taking) });
  await tally.relieve();
  return read.ground;
}

async function writeUnits(
  units: readonly UnitRecord[],
  { writer }: TakeLayerTerms,
  { sql, stamp }: Taking,
): Promise<{ readonly older: number; readonly changed: number }> {
  const { fresh, older } = await sifted(writer, sql, { kind: 'UNIT', records: units });
  return { older: older.size, changed: await writer.writeUnits(sql, fresh, stamp) };
}

function retire(
  writer: FrontWriter,
  { layerKey, read }: { readonly layerKey: LayerKey; readonly read: LayerIntake },
  { sql, stamp }: Taking,
): Promise<number> {
  return writer.retireUnits(sql, layerKey, [...read.listed], stamp);
}
