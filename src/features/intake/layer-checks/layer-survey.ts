import type { Rings } from '../../../geometry/rings.js';
import { type UnitIndex, unitIndex } from '../../../geometry/unit-index.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { UnitRecord } from '../records.js';
import { type SamplePoints, samplePoints } from './sample-points.js';

/** The drawn units of one layer that stand today, as the checks look at them. */
export interface LayerSurvey {
  readonly layerKey: LayerKey;
  /** Whether its units are meant not to overlap. */
  readonly partition: boolean;
  readonly localIds: readonly SourceId[];
  /** Finds units by their place in `localIds`. */
  readonly index: UnitIndex;
  /** Points spread evenly over its ground; none where nothing is drawn. */
  readonly points: SamplePoints;
  /** The middle one of the days up to which its rows are vouched for; null where no row says. */
  readonly asOf: CalendarDate | null;
}

/** What is looked at of a unit beside its ground. */
export type SurveyedUnit = Pick<UnitRecord, 'localId' | 'validFrom' | 'validTo' | 'asOf'>;

/** Looks at a layer as it was read, or as it is held; `ground` holds its boundaries by local id. */
export function surveyLayer(
  layer: { readonly key: LayerKey; readonly partition: boolean },
  read: { readonly units: readonly SurveyedUnit[]; readonly ground: ReadonlyMap<SourceId, Rings | null> },
  today: CalendarDate,
): LayerSurvey {
  const standing = read.units.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today));
  const drawn = standing.flatMap(({ localId }) => {
    const rings = read.ground.get(localId);
    return rings ? [{ localId, rings }] : [];
  });
  const rings = drawn.map((unit) => unit.rings);
  return {
    layerKey: layer.key,
    partition: layer.partition,
    localIds: drawn.map(({ localId }) => localId),
    index: unitIndex(rings),
    points: samplePoints(rings),
    asOf: middleDay(standing.flatMap(({ asOf }) => asOf ?? [])),
  };
}

function middleDay(days: readonly CalendarDate[]): CalendarDate | null {
  return days.toSorted()[Math.floor(days.length / 2)] ?? null;
}
