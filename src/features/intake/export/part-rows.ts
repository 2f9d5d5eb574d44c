import type { LayerKey } from '../../../kernel/ids.js';
import type { TablePart } from '../office/table-part.js';
import type { LocalTime } from '../rows/local-time.js';
import type { KeptRecords, KeptUnit } from './kept-records.js';
import { Unsayable } from './list-text.js';
import { countRow, elementRow, matterRow, postRow, unitRow } from './record-rows.js';
import type { SaidRow } from './said-row.js';

/** What making rows needs to know of the office. */
export interface RowTerms {
  readonly records: KeptRecords;
  readonly time: LocalTime;
  /** The layers whose units are sets of another layer's units, so that their ground is no statement of their own. */
  readonly sets: ReadonlySet<LayerKey>;
}

/** Some rows, and how many records could not be said in a file. */
export interface RowBatch {
  readonly rows: readonly SaidRow[];
  readonly unsayable: number;
}

/** The records of a part as rows, a page at a time. */
export async function* partRows(part: TablePart, terms: RowTerms): AsyncGenerator<RowBatch> {
  for await (const page of pagesOf(part, terms)) {
    const rows = page.flatMap((make) => said(make));
    yield { rows, unsayable: page.length - rows.length };
  }
}

type MakeRow = () => SaidRow;

async function* pagesOf(part: TablePart, terms: RowTerms): AsyncGenerator<readonly MakeRow[]> {
  const { records, time, sets } = terms;
  switch (part.rows) {
    case 'UNITS':
      for await (const page of records.units(part.layerKey)) yield page.map((unit) => () => unitRow(unit, time, isDrawn(unit, sets)));
      return;
    case 'BOUNDARIES':
      for await (const page of records.units(part.layerKey))
        yield page.filter((unit) => unit.boundary !== null && isDrawn(unit, sets)).map((unit) => () => unitRow(unit, time, true));
      return;
    case 'ELEMENTS':
      for await (const page of records.elements(part.elementKind)) yield page.map((element) => () => elementRow(element, time));
      return;
    case 'COUNTS':
      for await (const page of records.counts()) yield page.map((count) => () => countRow(count));
      return;
    case 'POSTS':
      for await (const page of records.posts()) yield page.map((post) => () => postRow(post));
      return;
    case 'MATTERS':
      for await (const page of records.matters()) yield page.map((matter) => () => matterRow(matter, time));
  }
}

/** Whether the ground of a unit is drawn for it; that of a set is the ground of its members, and is made of them again. */
function isDrawn({ layerKey, members }: KeptUnit, sets: ReadonlySet<LayerKey>): boolean {
  return !sets.has(layerKey) || members.length === 0;
}

function said(make: MakeRow): readonly SaidRow[] {
  try {
    return [make()];
  } catch (thrown) {
    if (thrown instanceof Unsayable) return [];
    throw thrown;
  }
}
