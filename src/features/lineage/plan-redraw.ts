import type { CalendarDate } from '../../kernel/dates.js';
import { type LayerKey, type SourceId, unitUuid } from '../../kernel/ids.js';
import type { LineageKind } from './lineage-step.js';
import type { CommonGround, NewLineageStep } from './ports.js';
import type { BeginningUnit, EndingUnit } from './redraw-unit.js';
import { isSliver } from './sliver.js';

/** What a plan is made from. */
export interface PlanParts {
  readonly layerKey: LayerKey;
  readonly effectiveFrom: CalendarDate;
  readonly ends: readonly EndingUnit[];
  readonly begins: readonly BeginningUnit[];
  /** Common ground of the drawn ones, by their positions in `ends` and `begins`. */
  readonly common: readonly CommonGround[];
  /** The newest generation of each local id that was ever used in the layer. */
  readonly generations: ReadonlyMap<SourceId, number>;
}

/** A unit that begins with its place among the units; one that goes on under its own id is the unit that it was. */
export interface PlannedUnit {
  readonly unit: BeginningUnit;
  readonly uuid: string;
  readonly generation: number;
  /** The same unit before; null where it is new. */
  readonly before: EndingUnit | null;
}

/** What a redraw does: units that go on or begin, units that end, and the lineage between them. */
export interface RedrawPlan {
  readonly begins: readonly PlannedUnit[];
  readonly ends: readonly EndingUnit[];
  readonly steps: readonly NewLineageStep[];
}

/** Two outlines that differ by less than this share are the same ground, drawn twice. */
const sameGroundShare = 1e-4;

/** Plans a redraw: what keeps its id and its ground stays the same unit; an id on other ground is another unit, a generation later. */
export function planRedraw(parts: PlanParts): RedrawPlan {
  const pairs = pairsOf(parts);
  const begins = parts.begins.map((unit) => plannedUnit(unit, parts, pairs));
  const goingOn = new Set(begins.flatMap(({ before }) => before?.uuid ?? []));
  const uuidOf = new Map(begins.map(({ unit, uuid }) => [unit, uuid]));
  return {
    begins,
    ends: parts.ends.filter(({ uuid }) => !goingOn.has(uuid)),
    steps: pairs.flatMap((pair) => stepsOf(pair, uuidOf.get(pair.to)!, parts.effectiveFrom)),
  };
}

interface Pair {
  readonly from: EndingUnit;
  readonly to: BeginningUnit;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly basis: 'AREA' | 'DECLARED';
}

/** Outlines tell the pair where both are drawn, else whoever proposes. */
function pairsOf({ ends, begins, common }: PlanParts): readonly Pair[] {
  const drawn = common.flatMap(({ a, b, areaM2 }): Pair[] => {
    const [from, to] = [ends[a]!, begins[b]!];
    if (isSliver(areaM2, from.areaM2!, to.areaM2!)) return [];
    return [{ from, to, ...snapped(areaM2 / from.areaM2!, areaM2 / to.areaM2!), basis: 'AREA' }];
  });
  const declared = begins.flatMap((to) =>
    to.predecessors.flatMap(({ localId, weight, inverseWeight }): Pair[] => {
      const from = ends.find((unit) => unit.localId === localId)!;
      return from.areaM2 !== null && to.areaM2 !== null ? [] : [{ from, to, weight, inverseWeight, basis: 'DECLARED' }];
    }),
  );
  return [...drawn, ...declared];
}

/** Both shares of the same ground are whole; slivers of drawing are nobody's loss. */
function snapped(weight: number, inverseWeight: number): Pick<Pair, 'weight' | 'inverseWeight'> {
  const isSame = isWhole(weight) && isWhole(inverseWeight);
  return isSame ? { weight: 1, inverseWeight: 1 } : { weight: Math.min(1, weight), inverseWeight: Math.min(1, inverseWeight) };
}

const isWhole = (share: number): boolean => share >= 1 - sameGroundShare;
const isSameGround = ({ weight, inverseWeight }: Pair): boolean => isWhole(weight) && isWhole(inverseWeight);

function plannedUnit(unit: BeginningUnit, { layerKey, generations }: PlanParts, pairs: readonly Pair[]): PlannedUnit {
  const same = pairs.find((pair) => pair.to === unit && pair.from.localId === unit.localId && isSameGround(pair));
  const generation = same ? same.from.generation : (generations.get(unit.localId) ?? 0) + 1;
  return { unit, generation, uuid: unitUuid(layerKey, unit.localId, generation), before: same?.from ?? null };
}

function stepsOf(pair: Pair, toUuid: string, effectiveOn: CalendarDate): readonly NewLineageStep[] {
  const { from, weight, inverseWeight, basis } = pair;
  return kindsOf(pair).map((kind) => ({ kind, basis, fromUuid: from.uuid, toUuid, weight, inverseWeight, effectiveOn }));
}

function kindsOf(pair: Pair): readonly LineageKind[] {
  const { from, to, weight, inverseWeight } = pair;
  if (!isSameGround(pair)) return [isWhole(inverseWeight) ? 'SPLIT' : isWhole(weight) ? 'MERGE' : 'SHIFT'];
  const moved: readonly LineageKind[] = from.divisionCode === to.divisionCode ? [] : ['REPARENTED'];
  if (from.localId !== to.localId) return ['RECODED', ...moved];
  return from.name === to.name ? moved : ['RENAMED', ...moved];
}
