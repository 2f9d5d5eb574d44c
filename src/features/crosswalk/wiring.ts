import type { Clock } from '../../kernel/clock.js';
import type { Log } from '../../kernel/log.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, FindOrganisation } from '../access/index.js';
import type { GridModelReader, UnitGroundReader } from '../grids/index.js';
import type { Successions } from '../lineage/index.js';
import { CrosswalkBuild } from './compute/crosswalk-build.js';
import type { BuildingPoint } from './compute/crosswalk-input.js';
import { LinkDecisions } from './decisions/link-decisions.js';
import type { DecisionReadModel } from './decisions/ports.js';
import { LinkExplainer } from './explain/explain-link.js';
import { commonArea } from './explain/shared-ground.js';
import { openGeosGroundPieces } from './geos/geos-ground-pieces.js';
import { CityModels } from './model/city-models.js';
import type { IndexMarks } from './model/kept-model.js';
import type { CrosswalkTurn } from './ports.js';
import { CrosswalkReports } from './report/crosswalk-reports.js';
import { FindingGround } from './report/finding-ground.js';
import type { ReadDutyGround } from './report/ports.js';
import { rememberedOverlaps } from './report/remembered-overlaps.js';
import { measureOverlaps } from './report/worker/measure-overlaps.js';
import { CrosswalkTables } from './storage/crosswalk-tables.js';
import { PgCrosswalkTurn } from './storage/crosswalk-turn.js';
import { DecisionReader } from './storage/decision-reader.js';
import { DecisionTables } from './storage/decision-tables.js';
import { PgIndexMarks } from './storage/index-marks.js';
import { ModelFile } from './storage/model-file.js';
import { newestRunReader } from './storage/newest-run.js';
import { PairReader } from './storage/pair-reader.js';
import { decisionsForPublication } from './storage/publication-decisions.js';
import { computeCrosswalk } from './worker/compute-crosswalk.js';

export { crosswalkTables } from './storage/tables.js';

/** What the crosswalk needs of the house. */
export interface CrosswalkNeeds extends ActParts {
  readonly sql: Sql;
  readonly grids: GridModelReader;
  readonly ground: UnitGroundReader;
  readonly buildings: () => Promise<readonly BuildingPoint[]>;
  readonly dutyGround: ReadDutyGround;
  readonly findOrganisation: FindOrganisation;
  readonly successions: Successions;
  readonly clock: Clock;
  readonly log: Log;
  /** The folder where the model of now is kept over a restart. */
  readonly modelFolder: string;
}

/** What the crosswalk offers. */
export interface CrosswalkParts {
  readonly models: CityModels;
  readonly marks: IndexMarks;
  readonly build: CrosswalkBuild;
  readonly turn: CrosswalkTurn;
  readonly explainer: LinkExplainer;
  readonly reports: CrosswalkReports;
  readonly findingGround: FindingGround;
  readonly linkDecisions: LinkDecisions;
  readonly decisions: DecisionReadModel;
}

/** Builds the crosswalk over the city index. */
export function wireCrosswalk(needs: CrosswalkNeeds): CrosswalkParts {
  const { sql, inTransaction, buildings } = needs;
  const store = new CrosswalkTables(sql, inTransaction);
  const decisions = new DecisionReader(sql);
  const marks = new PgIndexMarks(sql);
  return {
    models: new CityModels({
      grids: needs.grids,
      crosswalk: store,
      marks,
      keeper: new ModelFile(needs.modelFolder, needs.log),
    }),
    marks,
    build: new CrosswalkBuild({ ...needs, compute: computeCrosswalk, store, decisions: decisionsForPublication }),
    turn: new PgCrosswalkTurn(inTransaction),
    explainer: new LinkExplainer({ records: new PairReader(sql), decisions, buildings, commonArea, successions: needs.successions }),
    reports: new CrosswalkReports({
      measure: rememberedOverlaps(measureOverlaps),
      dutyGround: needs.dutyGround,
      newestRun: newestRunReader(sql),
    }),
    findingGround: new FindingGround(openGeosGroundPieces),
    linkDecisions: new LinkDecisions({ ...needs, store: new DecisionTables() }),
    decisions,
  };
}
