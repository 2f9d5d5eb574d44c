import type { DecidedGround, DeclaredSet, RejectedPair } from '../../../src/features/crosswalk/decisions/decision.js';
import type { Period } from '../../../src/features/crosswalk/decisions/period.js';
import type { CoverageRecord, LinkRecord } from '../../../src/features/crosswalk/ports.js';

/** Always, as far as these tests go. */
export const always: Period = { validFrom: '2024-01-01', validTo: null };

/** Units named `<layer><number>`, each valid always unless its life is given. */
export function groundOf(lives: Readonly<Record<string, readonly Period[]>> = {}): DecidedGround {
  return { layerOf: (uuid) => uuid[0]!, livesOf: (uuid) => lives[uuid] ?? [always] };
}

/** A computed link, always valid unless the test says otherwise. */
export function aLink(sourceUuid: string, targetUuid: string, parts: Partial<LinkRecord> = {}): LinkRecord {
  return {
    sourceUuid,
    targetUuid,
    basis: 'AREA',
    weight: 0.5,
    inverseWeight: 0.25,
    areaM2: 100,
    confidence: 1,
    ...always,
    householdCounts: null,
    declarationId: null,
    ...parts,
  };
}

/** A computed cover that adds up: what is not linked or omitted is uncovered. */
export function aCover(unitUuid: string, layerKey: string, linked: number, parts: Partial<CoverageRecord> = {}): CoverageRecord {
  const omitted = parts.omitted ?? 0;
  const rest = 1 - linked - omitted;
  return {
    unitUuid,
    layerKey,
    basis: 'AREA',
    linked,
    omitted,
    uncovered: Math.max(0, rest),
    doubleCover: Math.max(0, -rest),
    ...always,
    declarationId: null,
    ...parts,
  };
}

/** A declared set of weights by target. */
export function aSet(
  unitUuid: string,
  layerKey: string,
  weights: Readonly<Record<string, number>>,
  parts: Partial<DeclaredSet> = {},
): DeclaredSet {
  return {
    id: `set of ${unitUuid} in ${layerKey}`,
    documentNumber: '1',
    unitUuid,
    layerKey,
    weights: Object.entries(weights).map(([targetUuid, weight]) => ({ targetUuid, weight, inverseWeight: weight, inverseGiven: false })),
    remainder: null,
    doubleCover: 0,
    ...always,
    ...parts,
  };
}

/** A rejection of two units. */
export function aRejection(oneUuid: string, otherUuid: string, parts: Partial<RejectedPair> = {}): RejectedPair {
  return { id: `not ${oneUuid}–${otherUuid}`, documentNumber: '2', oneUuid, otherUuid, ...always, ...parts };
}
