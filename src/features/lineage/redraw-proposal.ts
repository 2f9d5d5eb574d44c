import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { Declaration } from '../access/index.js';
import type { DeclaredFaults, DeclaredPredecessor } from './redraw.js';

/** A unit that somebody proposes. */
export interface ProposedUnit {
  readonly localId: SourceId;
  readonly name: string;
  /** An untrusted GeoJSON geometry, EPSG:4326; null where the office draws none. */
  readonly boundary: unknown;
  readonly divisionCode: DivisionCode | null;
  readonly households: number | null;
  readonly predecessors: readonly DeclaredPredecessor[];
}

/** A new division of some units of a layer, as the township level proposes it. */
export interface RedrawProposal extends Declaration {
  readonly idempotencyKey: string;
  readonly layerKey: LayerKey;
  readonly effectiveFrom: CalendarDate;
  /** Local ids of the units that end. */
  readonly ends: readonly SourceId[];
  readonly begins: readonly ProposedUnit[];
  readonly declared: DeclaredFaults;
}

/** What somebody does with a redraw that exists. */
export interface RedrawAction extends Declaration {
  readonly idempotencyKey: string;
  /** Uuid of the redraw. */
  readonly redraw: string;
  readonly expectedVersion: number;
}
