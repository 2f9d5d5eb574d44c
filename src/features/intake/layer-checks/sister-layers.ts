import type { LayerKey } from '../../../kernel/ids.js';
import type { RunFinding } from '../runs/run-finding.js';
import { datumOffset } from './datum-offset.js';
import type { LayerSurvey } from './layer-survey.js';
import { type Dated, otherVintage } from './other-vintage.js';
import { poorCover } from './poor-cover.js';
import { selfOverlap } from './self-overlap.js';
import { agreement, unmoved } from './shared-ground.js';

/**
 * Compares the layers of one import with each other as they come. The ground of a layer is held against the sister that it agrees
 * with best, since one that covers a quarter of the city says little of one that covers all. A layer that is read again takes its
 * own earlier place.
 */
export class SisterLayers {
  readonly #drawn = new Map<LayerKey, LayerSurvey>();
  readonly #dated = new Map<LayerKey, Dated>();

  /** Lets later layers be held against one that is known already. */
  know(layer: LayerSurvey): void {
    this.#dated.set(layer.layerKey, { layerKey: layer.layerKey, asOf: layer.asOf });
    if (layer.partition && layer.points.units.length > 0) this.#drawn.set(layer.layerKey, layer);
  }

  /** What is odd about a layer, by itself and beside those that came before. */
  check(layer: LayerSurvey): readonly RunFinding[] {
    const others = <Sister extends Dated>(sisters: ReadonlyMap<LayerKey, Sister>): readonly Sister[] =>
      [...sisters.values()].filter(({ layerKey }) => layerKey !== layer.layerKey);
    const drawn = others(this.#drawn);
    const dated = others(this.#dated);
    this.know(layer);
    return [selfOverlap(layer), placeOf(layer, drawn), otherVintage(layer, dated)].filter((finding) => finding !== null);
  }
}

function placeOf(layer: LayerSurvey, sisters: readonly LayerSurvey[]): RunFinding | null {
  if (layer.points.units.length === 0 || sisters.length === 0) return null;
  const [nearest] = sisters.map((sister) => ({ sister, share: agreement(layer, sister, unmoved) })).sort((a, b) => b.share - a.share);
  return datumOffset(layer, nearest!.sister, nearest!.share) ?? poorCover(layer, sisters);
}
