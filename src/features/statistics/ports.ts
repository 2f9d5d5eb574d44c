import type { DepartmentCode, LayerKey } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { MatterQuery } from '../matters/index.js';
import type { MatterGrouping } from './figures/grouping.js';
import type { Period } from './figures/period.js';
import type { Fact } from './metrics/fact.js';

/** Groups of matters and what is counted in each. */
export interface FactWish {
  readonly query: MatterQuery;
  /** By when they were reported. */
  readonly period: Period;
  readonly groupBy: readonly MatterGrouping[];
  /** The layer whose units UNIT means; null where it is not asked for. */
  readonly layer: LayerKey | null;
  readonly facts: readonly Fact[];
  /** What happened later is not counted. */
  readonly asOf: Date;
  /** The office that asks; null for the city. Sealed matters of others are counted apart. */
  readonly askedBy: DepartmentCode | null;
  /** Most groups that are read. */
  readonly limit: number;
}

/** One group and its figures. */
export interface FactRow {
  /** In the order of the groupings; null for what has none. */
  readonly keys: readonly (string | null)[];
  /** Null in a group that is only known from the evaluations of an organisation. */
  readonly matters: number;
  /** Those of them that other offices than the asking one keep sealed. */
  readonly sealedOfOthers: number;
  readonly facts: Partial<Readonly<Record<Fact, number | null>>>;
}

/** Counts facts of the matters that a scope shows. */
export interface FactReader {
  /** At most `limit + 1` groups, in order of their keys; more groups than `limit` mean that there were too many. */
  groups(scope: Scope, wish: FactWish): Promise<readonly FactRow[]>;
}
