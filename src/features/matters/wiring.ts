import type { Clock } from '../../kernel/clock.js';
import { everything } from '../../kernel/everything.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { ActParts, SealingOffice } from '../access/index.js';
import type { ElementReadModel } from '../elements/index.js';
import type { LineageReader, Successions } from '../lineage/index.js';
import { heirsByLineage } from './placing/heirs-by-lineage.js';
import { PlaceKeeper } from './placing/place-keeper.js';
import { RePlacing, type RePlacingParts } from './placing/re-placing.js';
import type { MatterIndexWriter, MatterReadModel, MattersTold, StepJudge } from './ports.js';
import type { MatterRegister } from './register.js';
import { ReportingAgain } from './reporting/report-again.js';
import { MatterReporting } from './reporting/report-matter.js';
import { SealedReporting } from './reporting/report-sealed.js';
import { PlacingTable } from './storage/placing/placing-table.js';
import { MatterReader } from './storage/reading/matter-reader.js';
import { MatterWriter } from './storage/writing/matter-writer.js';
import { RegisterTable } from './storage/writing/register-table.js';
import { ReportTable } from './storage/writing/report-table.js';

export { matterSight } from './storage/reading/matter-sight.js';
export { mattersTables } from './storage/tables/index.js';

/** What matters need of the house. */
export interface MatterNeeds extends ActParts {
  readonly sql: Sql;
  readonly clock: Clock;
  /** The city's time zone, asked when it is needed: no city may be loaded yet. */
  readonly timeZone: () => string;
  /** The GraphQL type of each office's matters, by department. */
  readonly matterTypes: ReadonlyMap<string, string>;
  /** Begins the procedure of a new matter, in the transaction that wrote it. */
  readonly begun: (sql: Sql, matterUuid: string) => Promise<void>;
  readonly elements: ElementReadModel;
  /** Holds what feeds tell against the offices' procedures. */
  readonly judge: StepJudge;
  /** Hears of matters that their offices told of again. */
  readonly told: MattersTold;
  /** The offices that seal, by code. */
  readonly sealing: ReadonlyMap<DepartmentCode, SealingOffice>;
}

/** What matters offer. */
export interface MatterParts {
  readonly writer: MatterIndexWriter;
  readonly matters: MatterReadModel;
  readonly reporting: MatterReporting;
  readonly reportingAgain: ReportingAgain;
  readonly sealedReporting: SealedReporting;
  readonly register: MatterRegister;
  /** Which of these matters the index holds, by uuid. */
  readonly heldUuids: (uuids: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Builds matters over the city index. */
export function wireMatters(needs: MatterNeeds): MatterParts {
  const reporting = { ...needs, store: new ReportTable(needs.timeZone) };
  const matters = new MatterReader(needs.sql, needs.matterTypes);
  return {
    writer: new MatterWriter(needs),
    matters,
    register: new RegisterTable(needs.matterTypes),
    reporting: new MatterReporting({ ...reporting, matters }),
    heldUuids: async (uuids) => new Set((await matters.byUuid(everything, uuids)).flatMap((matter) => matter?.uuid ?? [])),
    reportingAgain: new ReportingAgain(reporting),
    sealedReporting: new SealedReporting({ ...reporting, offices: needs.sealing }),
  };
}

/** What placing needs of the house. */
export interface PlacingNeeds extends Omit<RePlacingParts, 'store' | 'heirsOf'> {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly lineage: LineageReader;
  readonly successions: Successions;
}

/** Builds what places matters and elements anew when the ground changes. */
export function wirePlacing({ sql, inTransaction, lineage, successions, ...parts }: PlacingNeeds): PlaceKeeper {
  const placing = new RePlacing({ ...parts, store: new PlacingTable(sql, inTransaction), heirsOf: heirsByLineage(lineage, successions) });
  return new PlaceKeeper((ended) => placing.round(ended), parts.log);
}
