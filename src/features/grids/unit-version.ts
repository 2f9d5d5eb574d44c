import type { Rings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';

/** One unit's version as the index keeps it, without its place in a model. */
export interface UnitVersion {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  readonly generation: number;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  readonly rings: Rings | null;
  readonly areaM2: number | null;
  readonly households: number | null;
  readonly buildings: readonly SourceId[];
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly asOf: CalendarDate;
}
