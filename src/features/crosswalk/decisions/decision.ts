import type { LayerKey } from '../../../kernel/ids.js';
import type { Period } from './period.js';

/** The share of a declared row that goes to one unit. */
export interface DeclaredWeight {
  readonly targetUuid: string;
  /** 0 < weight ≤ 1. */
  readonly weight: number;
  /** 0 < inverseWeight ≤ 1: as declared, or by {@link inverseOf} where only the weight was. */
  readonly inverseWeight: number;
  /** Whether people named the inverse themselves. */
  readonly inverseGiven: boolean;
}

/** What people declare of one row: how one unit lies in the units of one layer. */
export interface DeclaredSet extends Period {
  readonly id: string;
  readonly documentNumber: string;
  readonly unitUuid: string;
  readonly layerKey: LayerKey;
  readonly weights: readonly DeclaredWeight[];
  /** The share that lies in no unit; null where the share not named stays as it is computed. */
  readonly remainder: number | null;
  /** The share named twice because the units named overlap each other. */
  readonly doubleCover: number;
}

/** Two units that people say have nothing in common, whatever is computed. */
export interface RejectedPair extends Period {
  readonly id: string;
  readonly documentNumber: string;
  readonly oneUuid: string;
  readonly otherUuid: string;
}

/** Decisions that hold, as one connection reads them. */
export interface DecisionsInForce {
  readonly sets: readonly DeclaredSet[];
  readonly rejections: readonly RejectedPair[];
}

/** What decisions need to know of the units that they name. */
export interface DecidedGround {
  readonly layerOf: (unitUuid: string) => LayerKey;
  /** The periods in which a unit is valid, in order; none for a unit that never was. */
  readonly livesOf: (unitUuid: string) => readonly Period[];
}

/** The key of one row: a unit as one layer covers it. */
export function rowKey(unitUuid: string, layerKey: LayerKey): string {
  return `${unitUuid}|${layerKey}`;
}

/** The key of two units, the same in either order. */
export function pairKey(oneUuid: string, otherUuid: string): string {
  return oneUuid < otherUuid ? `${oneUuid}|${otherUuid}` : `${otherUuid}|${oneUuid}`;
}
