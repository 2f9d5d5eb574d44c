import { type CalendarDate, daysBetween } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { RunFinding } from '../runs/run-finding.js';

const mostDaysApart = 366;

/** What the check of vintages asks of a layer. */
export interface Dated {
  readonly layerKey: LayerKey;
  readonly asOf: CalendarDate | null;
}

/** Finds a layer that is vouched for up to a day more than a year away from every one of its sisters; layers that do not say take no part. */
export function otherVintage(layer: Dated, sisters: readonly Dated[]): RunFinding | null {
  const { asOf } = layer;
  const dated = sisters.flatMap((sister) =>
    sister.asOf === null || asOf === null ? [] : [{ ...sister, days: daysBetween(sister.asOf, asOf) }],
  );
  const nearest = dated.reduce<(typeof dated)[number] | null>(
    (best, sister) => (best === null || Math.abs(sister.days) < Math.abs(best.days) ? sister : best),
    null,
  );
  if (nearest === null || Math.abs(nearest.days) <= mostDaysApart) return null;
  return {
    kind: 'OTHER_VINTAGE',
    layerKey: layer.layerKey,
    localId: null,
    message: `The layer is of ${asOf}, ${Math.abs(nearest.days)} days away from ${nearest.layerKey} of ${nearest.asOf}, the nearest of its sisters. Ask the office for boundaries of the same year.`,
    messageZh: `该图层数据截至 ${asOf}，与最接近的图层 ${nearest.layerKey}（${nearest.asOf}）相差 ${Math.abs(nearest.days)} 天，请向部门索取同一年度的边界。`,
    measures: { asOf: asOf!, nearestAsOf: nearest.asOf!, nearest: nearest.layerKey, days: nearest.days },
  };
}
