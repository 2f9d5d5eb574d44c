import { groupBy } from '../../kernel/group-by.js';
import type { DepartmentCode } from '../../kernel/ids.js';

/** A count of a unit, among all counts of the ground around it: what one asker sees of them must not decide what is hidden. */
export interface CountCell {
  readonly unit: string;
  readonly measure: string;
  readonly department: DepartmentCode;
  /** Null where its office hides it. */
  readonly value: number | null;
  /** Code of the community and of the township that the unit lies in; null where the register knows none. */
  readonly community: string | null;
  readonly township: string | null;
}

/** The smallest count of a sensitive kind that is shown (the usual threshold of statistical disclosure control for tables of persons). */
export const leastShown = 5;

/** Counts of things, not of persons: small ones tell of nobody. Every other measure is sensitive, whoever invents it. */
const harmless: ReadonlySet<string> = new Set(['households', 'dwellings', 'rented_dwellings', 'shops', 'buildings', 'components']);

/**
 * The cells that are not shown to anybody: small ones of sensitive kinds, and as many others as it takes that none of them follows from
 * what is shown and from totals. The total of every community, of every township and of every office's numbers in them is held to be
 * known, unless it is that of one unit or small itself.
 */
export function hiddenCells(cells: readonly CountCell[]): ReadonlySet<CountCell> {
  const sensitive = cells.filter(({ measure }) => !harmless.has(measure));
  const hidden = new Set<string>();
  for (const cells of groupBy(sensitive, ({ measure }) => measure).values()) hideWithin(cells, hidden);
  return new Set(sensitive.filter((cell) => hidden.has(keyOf(cell))));
}

/** One office's number of a unit gives away another's, so that a measure of a unit is hidden for all of them or for none. */
const keyOf = ({ unit, measure }: CountCell): string => JSON.stringify([unit, measure]);

function hideWithin(cells: readonly CountCell[], hidden: Set<string>): void {
  for (const cell of cells) if (cell.value === null || cell.value < leastShown) hidden.add(keyOf(cell));
  const groups = groupsOf(cells);
  let before: number;
  do {
    before = hidden.size;
    for (const group of groups) complement(group, hidden);
  } while (hidden.size > before);
}

/**
 * Cells whose total may be known: of an office in a community of several units, and in the units of a township that are alone in their
 * communities, which is the rest of the township; of both, those parts that the same offices count, by which two totals differ.
 */
function groupsOf(cells: readonly CountCell[]): readonly (readonly CountCell[])[] {
  const unitsOf = new Map(
    [...groupBy(cells, ({ community }) => community ?? '')].map(([code, of]) => [code, new Set(of.map(({ unit }) => unit))]),
  );
  const officesOf = groupBy(cells, ({ unit }) => unit);
  const placeOf = ({ community, township }: CountCell): string =>
    community !== null && unitsOf.get(community)!.size > 1 ? `in ${community}` : `rest of ${township ?? ''}`;
  const alikeOf = ({ unit }: CountCell): string =>
    officesOf
      .get(unit)!
      .map(({ department }) => department)
      .sort()
      .join();
  const whole = groupBy(cells, (cell) => JSON.stringify([cell.department, placeOf(cell)]));
  const parts = groupBy(cells, (cell) => JSON.stringify([cell.department, placeOf(cell), alikeOf(cell)]));
  return [...parts.values(), ...whole.values()];
}

/** Hides the smallest of the shown cells until two or more are hidden that are together no small number; nothing where nothing is hidden. */
function complement(group: readonly CountCell[], hidden: Set<string>): void {
  const shown = group.filter((cell) => !hidden.has(keyOf(cell))).sort((a, b) => a.value! - b.value! || (a.unit < b.unit ? -1 : 1));
  let isolated = group.length - shown.length;
  if (isolated === 0) return;
  let sum = group.reduce((total, cell) => total + (hidden.has(keyOf(cell)) ? (cell.value ?? 0) : 0), 0);
  for (const cell of shown) {
    if (isolated >= 2 && sum >= leastShown) return;
    hidden.add(keyOf(cell));
    isolated += 1;
    sum += cell.value!;
  }
}
