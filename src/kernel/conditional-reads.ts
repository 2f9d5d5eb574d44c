import type { DepartmentCode } from './ids.js';
import { cityOwner, type DataClass, type Owner, type Scope } from './scope.js';

/** Rows of one owner and class that were read under a conditional grant. */
export interface ConditionalRead {
  readonly dataClass: DataClass;
  readonly owner: Owner;
  /** Ids of the rows, each once; empty where rows were only counted. */
  readonly ids: readonly string[];
}

/** A row that was read: whose it is (null for no office's) and its id. */
export interface RowRead {
  readonly department: DepartmentCode | null;
  readonly uuid: string;
}

type Ledger = Map<DataClass, Map<Owner, Set<string>>>;

// Every request and every delivery has a scope of its own, so what is noted under one is what that one answer read.
const ledgers = new WeakMap<Scope, Ledger>();

/** Notes rows that a read model is about to answer: those of them that come under a conditional grant must go on the audit log. */
export function noteReads(scope: Scope, dataClass: DataClass, rows: readonly RowRead[]): void {
  const { conditional } = scope.readings[dataClass];
  if (conditional.length === 0) return;
  for (const { department, uuid } of rows) {
    const owner = department ?? cityOwner;
    if (conditional.includes(owner)) idsOf(scope, dataClass, owner).add(uuid);
  }
}

/** Notes that rows were counted: every owner that shares the class on condition may be in the number. */
export function noteCounting(scope: Scope, dataClass: DataClass): void {
  for (const owner of scope.readings[dataClass].conditional) idsOf(scope, dataClass, owner);
}

/** What has been read on condition under a scope so far, in a steady order. */
export function readsOnCondition(scope: Scope): readonly ConditionalRead[] {
  return [...(ledgers.get(scope) ?? [])].flatMap(([dataClass, owners]) =>
    [...owners].map(([owner, ids]) => ({ dataClass, owner, ids: [...ids] })),
  );
}

function idsOf(scope: Scope, dataClass: DataClass, owner: Owner): Set<string> {
  const ledger = entry(ledgers, scope, (): Ledger => new Map());
  return entry(
    entry(ledger, dataClass, () => new Map<Owner, Set<string>>()),
    owner,
    () => new Set<string>(),
  );
}

function entry<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
