import { groupBy } from '../../../kernel/group-by.js';
import { isConserved } from '../conservation.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';
import type { Rows } from './apply-rejections.js';
import { type ComputedRow, computedRowsOf, type ComputedShares, sharesThroughout } from './computed-row.js';
import { type DecidedGround, type DeclaredSet, type DeclaredWeight, rowKey } from './decision.js';
import { contains, cut, intersection, joined, overlaps, type Period } from './period.js';

/** One way of a declared row throughout one piece of time. */
interface Way {
  readonly targetUuid: string;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly confidence: number;
}

type Shares = Pick<CoverageRecord, 'linked' | 'omitted' | 'uncovered' | 'doubleCover'>;

/** A declared row throughout one piece of time. */
interface DeclaredPiece {
  readonly ways: readonly Way[];
  readonly shares: Shares;
}

/**
 * The DECLARED rows of every set, beside the computed ones, which stay as they are. A row holds while its unit is valid; the weight of
 * a named unit that is not valid counts as omitted. Where the rest is as computed, the share not named is spread over the links that
 * are computed to other units and over what is computed as omitted and uncovered, in proportion; where none of these is left it is
 * uncovered. Confidence is 1 for what is named, and for the rest the computed one times the share not named.
 */
export function declaredRows(
  sets: readonly DeclaredSet[],
  computed: Rows<LinkRecord, CoverageRecord>,
  ground: DecidedGround,
): Rows<LinkRecord, CoverageRecord> {
  if (sets.length === 0) return { links: [], coverage: [] };
  const rowOf = computedRowsOf(computed, sets, ground);
  const byRow = groupBy(sets, ({ unitUuid, layerKey }) => rowKey(unitUuid, layerKey));
  const made = sets.map((set) => rowsOfSet(set, { row: rowOf(set), counterparts: counterpartsOf(set, byRow, ground), ground }));
  return { links: made.flatMap(({ links }) => links), coverage: made.flatMap(({ coverage }) => coverage) };
}

/** What the rows of one set depend on. */
interface SetSurroundings {
  readonly row: ComputedRow;
  /** The sets of other units that may say how much of them lies in this one. */
  readonly counterparts: readonly DeclaredSet[];
  readonly ground: DecidedGround;
}

function counterpartsOf(
  { unitUuid, weights }: DeclaredSet,
  byRow: ReadonlyMap<string, readonly DeclaredSet[]>,
  { layerOf }: DecidedGround,
): readonly DeclaredSet[] {
  if (weights.length === 0) return [];
  const back = layerOf(unitUuid);
  const facing = weights.flatMap(({ targetUuid }) => byRow.get(rowKey(targetUuid, back)) ?? []);
  return facing.filter((set) => set.weights.some(({ targetUuid }) => targetUuid === unitUuid));
}

function rowsOfSet(set: DeclaredSet, surroundings: SetSurroundings): Rows<LinkRecord, CoverageRecord> {
  const pieces = piecesOf(set, surroundings).map((piece) => ({ piece, ...declaredPiece(set, piece, surroundings) }));
  const links = pieces.flatMap(({ piece, ways }) => ways.map((way) => linkOf(set, piece, way)));
  const coverage = pieces.map(({ piece, shares }) => coverOf(set, piece, shares));
  return {
    links: [...groupBy(links, ({ targetUuid }) => targetUuid).values()].flatMap((ofTarget) => joined(ofTarget, isSameLink)),
    coverage: joined(coverage, isSameCover),
  };
}

/** The days of a set on which its unit is valid, cut wherever something that its rows depend on changes. */
function piecesOf(set: DeclaredSet, { row, counterparts, ground }: SetSurroundings): readonly Period[] {
  const changes = [
    ...set.weights.flatMap(({ targetUuid }) => ground.livesOf(targetUuid)),
    ...counterparts,
    ...(set.remainder === null ? [...row.coverage, ...row.links] : []),
  ];
  return ground.livesOf(set.unitUuid).flatMap((life) => {
    const days = intersection(set, life);
    return days ? cut(days, changes) : [];
  });
}

function declaredPiece(set: DeclaredSet, piece: Period, { row, counterparts, ground }: SetSurroundings): DeclaredPiece {
  const facing = counterparts.filter((counterpart) => overlaps(counterpart, piece));
  const isThere = ({ targetUuid }: DeclaredWeight): boolean => ground.livesOf(targetUuid).some((life) => contains(life, piece));
  const named = set.weights.filter(isThere).map((weight) => namedWay(weight, set, facing));
  const gone = sum(set.weights.filter((weight) => !isThere(weight)));
  if (set.remainder !== null) return { ways: named, shares: statedShares(sum(named), gone, set) };
  const rest = restOf(set, sharesThroughout(row, piece));
  const ways = [...named, ...rest.ways];
  return { ways, shares: balanced({ linked: sum(ways), omitted: gone + rest.omitted, uncovered: rest.uncovered, doubleCover: 0 }) };
}

function namedWay(
  { targetUuid, weight, inverseWeight, inverseGiven }: DeclaredWeight,
  set: DeclaredSet,
  facing: readonly DeclaredSet[],
): Way {
  const word = inverseGiven ? undefined : wordOf(targetUuid, set.unitUuid, facing);
  return { targetUuid, weight, inverseWeight: word ?? inverseWeight, confidence: 1 };
}

/** What the other unit's own set says of its share in this one. */
function wordOf(otherUuid: string, unitUuid: string, facing: readonly DeclaredSet[]): number | undefined {
  const set = facing.find((one) => one.unitUuid === otherUuid);
  return set?.weights.find(({ targetUuid }) => targetUuid === unitUuid)?.weight;
}

function statedShares(linked: number, omitted: number, { remainder, doubleCover }: DeclaredSet): Shares {
  return balanced({ linked, omitted, uncovered: remainder!, doubleCover });
}

/** The share that a set does not name, spread over what is computed. */
function restOf(
  set: DeclaredSet,
  computed: ComputedShares | null,
): { readonly ways: readonly Way[]; readonly omitted: number; readonly uncovered: number } {
  const rest = Math.max(0, 1 - sum(set.weights));
  if (rest <= dust) return { ways: [], omitted: 0, uncovered: 0 };
  const named = new Set(set.weights.map(({ targetUuid }) => targetUuid));
  const links = (computed?.links ?? []).filter(({ targetUuid }) => !named.has(targetUuid));
  const whole = sum(links) + (computed?.omitted ?? 0) + (computed?.uncovered ?? 0);
  if (whole <= dust) return { ways: [], omitted: 0, uncovered: rest };
  const scale = rest / whole;
  const ways = links.map(({ targetUuid, weight, inverseWeight, confidence }) => ({
    targetUuid,
    weight: weight * scale,
    inverseWeight: Math.min(1, inverseWeight * scale),
    // The table keeps confidence in single precision: rounded here, one read back gives the same as one just computed.
    confidence: Math.fround(Math.fround(confidence) * Math.min(1, rest)),
  }));
  return { ways, omitted: computed!.omitted * scale, uncovered: computed!.uncovered * scale };
}

/** Below this nothing is left to be spread. */
const dust = 1e-12;

/** What adding up in another order has shifted goes to what is uncovered, or double where nothing is. */
function balanced(shares: Shares): Shares {
  if (isConserved(shares)) return shares;
  const missing = 1 - (shares.linked + shares.omitted + shares.uncovered - shares.doubleCover);
  const uncovered = shares.uncovered + missing;
  return uncovered >= 0 ? { ...shares, uncovered } : { ...shares, uncovered: 0, doubleCover: shares.doubleCover - uncovered };
}

function sum(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((total, { weight }) => total + weight, 0);
}

function linkOf({ id, unitUuid }: DeclaredSet, { validFrom, validTo }: Period, way: Way): LinkRecord {
  const { targetUuid, weight, inverseWeight, confidence } = way;
  return {
    sourceUuid: unitUuid,
    targetUuid,
    basis: 'DECLARED',
    weight,
    inverseWeight,
    areaM2: null,
    confidence,
    validFrom,
    validTo,
    householdCounts: null,
    declarationId: id,
  };
}

function coverOf({ id, unitUuid, layerKey }: DeclaredSet, { validFrom, validTo }: Period, shares: Shares): CoverageRecord {
  return { unitUuid, layerKey, basis: 'DECLARED', ...shares, validFrom, validTo, declarationId: id };
}

function isSameLink(one: LinkRecord, other: LinkRecord): boolean {
  return one.weight === other.weight && one.inverseWeight === other.inverseWeight && one.confidence === other.confidence;
}

function isSameCover(one: CoverageRecord, other: CoverageRecord): boolean {
  return (
    one.linked === other.linked &&
    one.omitted === other.omitted &&
    one.uncovered === other.uncovered &&
    one.doubleCover === other.doubleCover
  );
}
