import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, LayerKey } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { ChangedUnit, GridModel } from '../grids/index.js';
import type { LinkBasis } from './link-basis.js';
import type { CoverageColumns } from './model/coverage-table.js';
import type { LinkColumns } from './model/link-columns.js';
import type { CityModel } from './model/link-table.js';

/** How many households one office counts: in common, of the source, of the target. */
export type HouseholdCounts = readonly [common: number, source: number, target: number];

/** A link to be published, its ends by uuid: once for both ways, but a DECLARED one speaks for its source's row alone. */
export interface LinkRecord {
  readonly sourceUuid: string;
  readonly targetUuid: string;
  readonly basis: LinkBasis;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly areaM2: number | null;
  readonly confidence: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** By counting office, where several counted; null otherwise. */
  readonly householdCounts: Readonly<Record<DepartmentCode, HouseholdCounts>> | null;
  /** The declaration that it rests on; null where it was computed. */
  readonly declarationId: string | null;
}

/** How one unit is covered by one layer, to be published; `linked + omitted + uncovered − doubleCover = 1 ± 1e-9`. */
export interface CoverageRecord {
  readonly unitUuid: string;
  readonly layerKey: LayerKey;
  readonly basis: LinkBasis;
  readonly linked: number;
  readonly omitted: number;
  readonly uncovered: number;
  readonly doubleCover: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** The declaration that it rests on; null where it was computed. */
  readonly declarationId: string | null;
}

/** Links and coverage on their way into the index. */
export interface CrosswalkRows<Link extends LinkRecord = LinkRecord, Cover extends CoverageRecord = CoverageRecord> {
  readonly links: readonly Link[];
  readonly coverage: readonly Cover[];
}

/** What people have decided about links, as it is in force. */
export interface Decisions {
  /**
   * Lays the decisions over computed rows: rejected links leave and their shares move, declared rows are added. What is answered is
   * published as it stands, DECLARED rows that it leaves out are closed. A computation may be of some rows only: then a link may come
   * without the coverage of one of its ends, which stays as it was published, and declared rows of other units are not written.
   * The rows that rejections displace are kept, so that a withdrawal can bring them back.
   */
  apply(publication: CrosswalkPublication): Promise<CrosswalkRows>;
  /** Lays the decisions anew, once a computation of some rows is published, over declared rows of others that name units of its rows. */
  settle(publication: CrosswalkPublication, recordedAt: Date): Promise<void>;
}

/** Reads the decisions in the transaction that publishes; until it ends, nobody decides. */
export type ReadDecisions = (sql: Sql) => Promise<Decisions>;

/** Which published rows a computation is the truth for; all others are left as they are. */
export interface PublicationScope {
  /** Rows (unit, layer) that are known on some bases, with all links that enter into them. */
  readonly rows: readonly { readonly unitUuid: string; readonly layerKey: LayerKey }[];
  readonly rowBases: readonly LinkBasis[];
  /** Between these layers and all others everything is known that codes tell. */
  readonly codeLayers: readonly LayerKey[];
  /** Bases of which everything is known. */
  readonly everywhere: readonly LinkBasis[];
  /** Leaves out what the scope does not cover; `layerOf` tells the layer of every unit that rows name. */
  kept<Link extends LinkRecord, Cover extends CoverageRecord>(
    rows: CrosswalkRows<Link, Cover>,
    layerOf: (unitUuid: string) => LayerKey,
  ): CrosswalkRows<Link, Cover>;
}

/** A computation as it is kept for evidence. */
export interface CrosswalkRun {
  readonly id: string;
  /** All that changed before is in it: when its reading of the units began, or earlier where more of the same reading is to come. */
  readonly computedAt: Date;
  /** Name and version of the overlay engine. */
  readonly engine: string;
  readonly milliseconds: number;
  /** Units of which rows were computed. */
  readonly units: number;
  /** Vertices of the drawn units that were compared, closing ones included. */
  readonly vertices: number;
  /** Pairs of units whose common ground was measured, slivers included. */
  readonly pairs: number;
}

/** One computation of the crosswalk, ready to be published. */
export interface CrosswalkPublication extends CrosswalkRows {
  readonly run: CrosswalkRun;
  /** From when its rows are known. */
  readonly recordedAt: Date;
  /** What the rows are the whole truth of; null for everything. */
  readonly scope: PublicationScope | null;
  /** Rows that buildings tell stay as they were published for the days before; null where they are told for every day. */
  readonly buildingsFrom: CalendarDate | null;
  readonly layerOf: (unitUuid: string) => LayerKey;
  /** Layers that lie upon themselves today. */
  readonly selfOverlaps: readonly { readonly layerKey: LayerKey; readonly pairs: number; readonly areaM2: number }[];
}

/** What has changed in the index since the crosswalk was right. */
export interface CrosswalkChange {
  /** Each at least once. */
  readonly units: readonly ChangedUnit[];
  /** Whether a building came, went, moved or was counted anew. */
  readonly buildings: boolean;
  /** Whether a division came, went or got another parent. */
  readonly divisions: boolean;
}

/** A model of the same instants and layers that was read before: what nothing has touched since is as it was. */
export interface ReadBefore {
  readonly model: CityModel;
  /** The oldest transaction that was open when its reading began (`xid8`). */
  readonly oldestOpen: string;
}

/**
 * Lets one process after another compute the crosswalk: one that began earlier must not publish over a later one, whose changes it has
 * not seen.
 */
export interface CrosswalkTurn {
  /** Waits for its turn. */
  take(work: () => Promise<void>): Promise<void>;
  /** Does nothing while it is another's turn, for work that only makes up for what is owed: the other does that too. */
  takeIfFree(work: () => Promise<void>): Promise<void>;
}

/** Reads and writes the crosswalk of the city index. */
export interface CrosswalkStore {
  /** The links between the units of a model, valid and known at its instants; of what was read `before`, only changes are read. */
  links(model: GridModel, before?: ReadBefore): Promise<LinkColumns>;
  /** How the units of a model are covered by its layers, valid and known at its instants; of what was read `before`, only changes are read. */
  coverage(model: GridModel, before?: ReadBefore): Promise<CoverageColumns>;
  /** What was recorded or ended after the newest computation, of units and divisions, and when that began; null before the first one. */
  changedSinceLastRun(): Promise<(CrosswalkChange & { readonly lastRunAt: Date }) | null>;
  /** Publishes one computation, the decisions laid over it, in one transaction, with the event that tells of it. */
  publish(publication: CrosswalkPublication, decisions: ReadDecisions): Promise<void>;
}
