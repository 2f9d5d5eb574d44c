import type { Rings } from '../../../geometry/rings.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { GridModel } from '../../grids/index.js';
import type { LinkBasis } from '../link-basis.js';
import type { HouseholdCounts } from '../ports.js';
import type { CrosswalkRun } from './evidence.js';

/** A published link of two units, seen from the first, with what it rests on. */
export interface PublishedLink {
  readonly basis: LinkBasis;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly areaM2: number | null;
  readonly confidence: number;
  /** By counting office: in common, of the first, of the second. */
  readonly householdCounts: Readonly<Record<DepartmentCode, HouseholdCounts>> | null;
  readonly declarationId: string | null;
  readonly run: CrosswalkRun | null;
}

/** Reads what was published of a pair. */
export interface PairRecords {
  /** The links of two units, by uuid, in force at a model's instants; a declared one only where it speaks for the first's row. */
  linksBetween(a: string, b: string, model: GridModel): Promise<readonly PublishedLink[]>;
}

/** Square metres that two units on one equal-area plane have in common; 0 where they only touch. */
export type CommonArea = (a: Rings, b: Rings) => number;
