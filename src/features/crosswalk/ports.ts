import type { CalendarDate } from '../../kernel/dates.js';
import type { LayerKey } from '../../kernel/ids.js';
import type { GridModel } from '../grids/index.js';
import type { LinkBasis } from './link-basis.js';
import type { CoverageColumns } from './model/coverage-table.js';
import type { LinkColumns } from './model/link-columns.js';

/** A link to be published, once for both ways, its ends by uuid. */
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
}

/** One computation of the whole crosswalk, ready to be published. */
export interface CrosswalkPublication {
  readonly run: {
    readonly id: string;
    readonly computedAt: Date;
    /** Name and version of the overlay engine. */
    readonly engine: string;
    readonly milliseconds: number;
    readonly units: number;
  };
  /** The city's day: rows that are no longer computed end on it. */
  readonly today: CalendarDate;
  readonly links: readonly LinkRecord[];
  readonly coverage: readonly CoverageRecord[];
}

/** Remembers every id that any office ever used. */
export interface UnitHistory {
  /** Whether each id was a unit's at any date, in order. */
  everKnown(
    ids: readonly { readonly department: string; readonly localId: string; readonly layer: LayerKey | null }[],
  ): Promise<readonly boolean[]>;
}

/** Reads and writes the crosswalk of the city index. */
export interface CrosswalkStore {
  /** The links between the units of a model, valid and known at its instants. */
  links(model: GridModel): Promise<LinkColumns>;
  /** How the units of a model are covered by its layers, valid and known at its instants. */
  coverage(model: GridModel): Promise<CoverageColumns>;
  /** Whether a unit was recorded or ended after the newest computation; true before the first one. */
  isBehindUnits(): Promise<boolean>;
  /** Publishes one computation in one transaction, with the event that tells of it. */
  publish(publication: CrosswalkPublication): Promise<void>;
}
