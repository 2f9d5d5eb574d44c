import type { RunFinding } from '../runs/run-finding.js';
import type { LayerSurvey } from './layer-survey.js';

/** Slivers between two drawings of one line stay below this. */
const leastShare = 0.002;

/** Finds a layer that is meant to be a partition and lies upon itself: reported, never refused; the crosswalk states it as double cover. */
export function selfOverlap(layer: LayerSurvey): RunFinding | null {
  const { coordinates, units } = layer.points;
  if (!layer.partition || units.length === 0) return null;
  const doubles = Array.from(units, (_, nth) => {
    const [longitude, latitude] = [coordinates[nth * 2]!, coordinates[nth * 2 + 1]!];
    return { longitude, latitude, found: layer.index.locate(longitude, latitude) };
  }).filter(({ found }) => found.length > 1);
  const share = doubles.length / units.length;
  if (share < leastShare) return null;
  const { longitude, latitude, found } = doubles[0]!;
  const [one, other] = found.map((unit) => layer.localIds[unit]!) as [string, string];
  const text = `${(share * 100).toFixed(1)} %`;
  return {
    kind: 'SELF_OVERLAP',
    layerKey: layer.layerKey,
    localId: null,
    message: `About ${text} of the layer's ground lies in more than one of its units, e.g. in ${one} and ${other} at ${longitude.toFixed(5)}, ${latitude.toFixed(5)}. Links state it as double cover.`,
    messageZh: `该图层约 ${text} 的范围同属多个网格，如 ${longitude.toFixed(5)}, ${latitude.toFixed(5)} 处的 ${one} 与 ${other}；关联中记为重复覆盖。`,
    measures: { share, one, other, longitude, latitude },
  };
}
