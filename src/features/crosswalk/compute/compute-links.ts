import { holds } from '../../../kernel/dates.js';
import { conserved } from '../conservation.js';
import { addressLinks } from './address-links.js';
import { vertexTotal } from './area-layer.js';
import { areaLinks } from './area-links.js';
import { codeLinks } from './code-links.js';
import type { CrosswalkResult, PairRows } from './computed-rows.js';
import type { CrosswalkInput } from './crosswalk-input.js';
import { divisionAncestry } from './division-ancestry.js';
import { householdLinks, householdRegister } from './household-links.js';
import { type LayerPair, pairsOf } from './layer-pairs.js';
import type { OverlayEngine } from './overlay-engine.js';
import { PreparedLayer } from './prepared-layer.js';
import type { Overlaying } from './shared-ground.js';

/** How far the computing has come: pairs of layers done, of all. */
export interface CrosswalkProgress {
  readonly done: number;
  readonly total: number;
}

/** The rows of one pair of layers on all bases, and how many pairs of units were measured. */
export interface LayerPairRows extends PairRows {
  readonly pairs: number;
}

/** What pairs of layers gave, in their order, and what was met in the layers on the way. */
export interface PairsResult {
  readonly rows: readonly LayerPairRows[];
  readonly selfOverlaps: CrosswalkResult['selfOverlaps'];
}

/**
 * Computes the links between all units of different layers, and how every unit is covered by every other layer, for every day.
 * Pure but for `onProgress`; throws `INTERNAL` where a cover does not add up, before anything is answered.
 */
export function computeLinks(
  input: CrosswalkInput,
  engine: OverlayEngine,
  onProgress: (progress: CrosswalkProgress) => void,
): CrosswalkResult {
  const pairs = pairsOf(input);
  let done = 0;
  return resultOf(input, computePairs(input, { pairs, engine, onPair: () => onProgress({ done: ++done, total: pairs.length }) }));
}

/** Some pairs of layers to be computed. */
export interface PairsWork {
  readonly pairs: readonly LayerPair[];
  readonly engine: OverlayEngine;
  readonly onPair: () => void;
}

/** Computes some pairs of an input's layers; each layer is prepared once for all of them. */
export function computePairs(input: CrosswalkInput, { pairs, engine, onPair }: PairsWork): PairsResult {
  const overlaying: Overlaying = { engine, today: input.today };
  const prepared = input.layers.map((layer, position) => new PreparedLayer({ layer, position, input, overlaying }));
  const bases = basesOf(input, overlaying);
  const rows = pairs.map(([a, b]) => {
    const found = bases.map((rowsOf) => rowsOf(prepared[a]!, prepared[b]!));
    onPair();
    return checked(input, found);
  });
  return { rows, selfOverlaps: prepared.flatMap((layer) => selfOverlapOf(layer, input)) };
}

/** Puts the rows of all pairs together. */
export function resultOf(input: CrosswalkInput, { rows, selfOverlaps }: PairsResult): CrosswalkResult {
  const vertices = input.bases.includes('AREA') ? vertexTotal(input.layers) : 0;
  return {
    links: rows.flatMap(({ links }) => links),
    coverage: rows.flatMap(({ coverage }) => coverage),
    selfOverlaps,
    effort: { vertices, pairs: rows.reduce((total, { pairs }) => total + pairs, 0) },
  };
}

type RowsOfPair = (a: PreparedLayer, b: PreparedLayer) => PairRows & { readonly pairs?: number };

function basesOf(input: CrosswalkInput, overlaying: Overlaying): readonly RowsOfPair[] {
  const ancestry = divisionAncestry(input);
  const register = householdRegister(input.buildings, input.countingOffice);
  const nothing: PairRows = { links: [], coverage: [] };
  const all: Record<CrosswalkInput['bases'][number], RowsOfPair> = {
    AREA: (a, b) => areaLinks({ a, b }, overlaying),
    ADDRESS: (a, b) => addressLinks(a, b),
    HOUSEHOLDS: (a, b) => (register ? householdLinks(a, b, register) : nothing),
    CODE: (a, b) => codeLinks(a, b, ancestry),
  };
  return input.bases.map((basis) => all[basis]);
}

function checked(input: CrosswalkInput, found: readonly ReturnType<RowsOfPair>[]): LayerPairRows {
  const coverage = found.flatMap((rows) => rows.coverage);
  for (const row of coverage) {
    const layer = input.layers[row.unit.layer]!;
    conserved(row, `${layer.key} ${layer.units[row.unit.unit]!.localId}`, input.layers[row.targetLayer]!.key);
  }
  return { links: found.flatMap((rows) => rows.links), coverage, pairs: found.reduce((total, { pairs = 0 }) => total + pairs, 0) };
}

function selfOverlapOf(prepared: PreparedLayer, { today }: CrosswalkInput): CrosswalkResult['selfOverlaps'] {
  const pairs = prepared.knownDoubles.filter(({ span }) => holds(span, today));
  if (pairs.length === 0) return [];
  return [{ layerKey: prepared.layer.key, pairs: pairs.length, areaM2: pairs.reduce((total, { areaM2 }) => total + areaM2, 0) }];
}
