import type { RunFinding } from '../runs/run-finding.js';
import type { LayerSurvey } from './layer-survey.js';
import { coveredShare, unmoved } from './shared-ground.js';

/** Shores, parks and airports leave real layers up to a sixth apart; more than a quarter is another city, or another year. */
const leastShare = 0.75;

/**
 * Finds a layer that neither lies within any of its sisters nor holds one: boundaries of another year, or of another place.
 * Takes at least one sister.
 */
export function poorCover(layer: LayerSurvey, sisters: readonly LayerSurvey[]): RunFinding | null {
  let best = { key: '', share: -1 };
  for (const sister of sisters) {
    const within = coveredShare(layer.points, sister.index, unmoved);
    const share = Math.max(within, coveredShare(sister.points, layer.index, unmoved));
    if (share >= leastShare) return null;
    if (share > best.share) best = { key: sister.layerKey, share };
  }
  const text = `${(best.share * 100).toFixed(1)} %`;
  return {
    kind: 'POOR_COVER',
    layerKey: layer.layerKey,
    localId: null,
    message: `The layer shares at most ${text} of its ground, or of theirs, with its sisters (${best.key}): its boundaries may be of another year or place. Ask the office for the ones in force.`,
    messageZh: `该图层与其他图层至多重合 ${text}（${best.key}），边界可能属于其他年份或其他地区，请向部门索取现行边界。`,
    measures: { shared: best.share, nearest: best.key },
  };
}
