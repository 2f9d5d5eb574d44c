import type { CrosswalkInput } from './crosswalk-input.js';

/** Two layers by their positions in the input, the earlier one first. */
export type LayerPair = readonly [a: number, b: number];

/** The pairs of layers that an input asks for, in the order of its layers. */
export function pairsOf({ layers, changedLayers }: Pick<CrosswalkInput, 'layers' | 'changedLayers'>): readonly LayerPair[] {
  const isAsked = (position: number): boolean => changedLayers === null || changedLayers.includes(layers[position]!.key);
  return layers.flatMap((_, a) =>
    layers.slice(a + 1).flatMap((__, offset): LayerPair[] => {
      const b = a + 1 + offset;
      return isAsked(a) || isAsked(b) ? [[a, b]] : [];
    }),
  );
}
