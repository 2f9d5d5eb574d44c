import type { CoverageRecord, LinkRecord } from '../ports.js';
import type { Span } from './span.js';

/** Joins rows of one key that say the same on adjoining days into one row; in order of the first row of each key, then of time. */
export function joinSpans<Row extends Span, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  isSame: (one: Row, other: Row) => boolean,
): readonly Row[] {
  const byKey = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey.values()].flatMap((list) => (list.length === 1 ? list : joined(list, isSame)));
}

/** What rows that may be joined have in common. */
export function rowKey(row: LinkRecord | CoverageRecord): string {
  return 'sourceUuid' in row ? `${row.sourceUuid}/${row.targetUuid}/${row.basis}` : `${row.unitUuid}/${row.layerKey}/${row.basis}`;
}

/** Whether two rows of one key say the same, but for rounding. */
export function isSameRow(one: LinkRecord | CoverageRecord, other: LinkRecord | CoverageRecord): boolean {
  const [numbers, otherNumbers] = [numbersOf(one), numbersOf(other)];
  return wordsOf(one) === wordsOf(other) && numbers.every((number, at) => isNear(number, otherNumbers[at]!));
}

function numbersOf(row: LinkRecord | CoverageRecord): readonly number[] {
  if ('sourceUuid' in row) return [row.weight, row.inverseWeight, row.areaM2 ?? 0];
  return [row.linked, row.omitted, row.uncovered, row.doubleCover];
}

function wordsOf(row: LinkRecord | CoverageRecord): string {
  return 'sourceUuid' in row ? JSON.stringify([row.confidence, row.householdCounts, row.declarationId]) : (row.declarationId ?? '');
}

/** Equal but for rounding, of shares and of square metres. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one));
}

function joined<Row extends Span>(list: Row[], isSame: (one: Row, other: Row) => boolean): readonly Row[] {
  const rows: Row[] = [];
  for (const row of list.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
    const last = rows.at(-1);
    if (last?.validTo === row.validFrom && isSame(last, row)) rows[rows.length - 1] = { ...last, validTo: row.validTo };
    else rows.push(row);
  }
  return rows;
}
