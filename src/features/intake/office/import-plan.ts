import { CityError } from '../../../kernel/city-error.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { HeldLayer } from '../../grids/index.js';
import type { OfficeFile, OfficeTable } from '../files/open-office-file.js';
import type { FeedKind } from '../ports.js';
import type { FiledElementKind } from '../rows/layouts.js';
import { nameOfPart, partNamed, partsOf, type TablePart } from './table-part.js';

/** A part that has rows of its own. */
export type RowsPart =
  | { readonly rows: 'UNITS'; readonly layerKey: LayerKey }
  | { readonly rows: 'ELEMENTS'; readonly elementKind: FiledElementKind }
  | { readonly rows: 'COUNTS' | 'POSTS' | 'MATTERS' };

/** One table of a file, and what it holds. */
export interface PlannedTable {
  readonly file: OfficeFile;
  readonly table: OfficeTable;
  readonly part: RowsPart;
  /** The boundaries of a layer's units, where they come in a file of their own. */
  readonly boundaries: Omit<PlannedTable, 'part' | 'boundaries'> | null;
}

/** One file and its tables in the order in which they are taken; a file of boundaries goes with the rows of its layer. */
export interface PlannedFile {
  readonly file: OfficeFile;
  readonly tables: readonly PlannedTable[];
}

/** How the tables of files are told. */
export interface PlanTerms {
  /** The office's own layers. */
  readonly layers: readonly HeldLayer[];
  /** What the one table of each file holds, where its name does not tell. */
  readonly part: string | null;
}

/** The sheet of a template that explains it to people. */
const explanation = '说明';

interface Named {
  readonly file: OfficeFile;
  readonly table: OfficeTable;
  readonly part: TablePart;
}

/** Tells what each table of some files holds and in which order they are taken: units first. Throws `BAD_USER_INPUT` where that cannot be told. */
export function planImport(files: readonly OfficeFile[], terms: PlanTerms): readonly PlannedFile[] {
  const named = files.flatMap((file) => namedTables(file, terms));
  refuseTwice(named, terms);
  const drawn = new Map(named.flatMap((one) => (one.part.rows === 'BOUNDARIES' ? [[one.part.layerKey, one] as const] : [])));
  const planned = named.flatMap((one) => plannedTable(one, drawn)).toSorted((a, b) => stageOf(a, terms) - stageOf(b, terms));
  const stray = [...drawn].find(([key]) => !planned.some(({ part }) => part.rows === 'UNITS' && part.layerKey === key));
  if (stray) throw boundariesAlone(stray[1], terms);
  const order = [...new Set(planned.map(({ file }) => file))];
  return order.map((file) => ({ file, tables: planned.filter((one) => one.file === file) }));
}

/** The kind of records that a part brings. */
export function kindOf({ rows }: RowsPart): FeedKind {
  return ({ UNITS: 'UNIT', ELEMENTS: 'ELEMENT', COUNTS: 'COUNT', POSTS: 'POST', MATTERS: 'MATTER' } as const)[rows];
}

function namedTables(file: OfficeFile, { layers, part }: PlanTerms): readonly Named[] {
  const tables = file.tables.filter(({ name }) => file.tables.length === 1 || name !== explanation);
  if (part !== null && tables.length > 1) throw tooManyTables(file, tables);
  return tables.map((table) => {
    const found = partNamed(part ?? table.name, layers);
    if (found === null) throw unknownName(part ?? table.name, { file, layers });
    return { file, table, part: found };
  });
}

function plannedTable({ file, table, part }: Named, drawn: ReadonlyMap<LayerKey, Named>): readonly PlannedTable[] {
  if (part.rows === 'BOUNDARIES') return [];
  const boundaries = part.rows === 'UNITS' ? (drawn.get(part.layerKey) ?? null) : null;
  return [{ file, table, part: part as RowsPart, boundaries }];
}

function stageOf({ part }: PlannedTable, { layers }: PlanTerms): number {
  const isSet = part.rows === 'UNITS' && layers.some(({ key, membersOf }) => key === part.layerKey && membersOf !== null);
  return ['UNITS', 'ELEMENTS', 'COUNTS', 'POSTS', 'MATTERS'].indexOf(part.rows) + (isSet ? 0.5 : 0);
}

/** A layer is read as a whole, so that its units come in one table and its boundaries in one. */
function refuseTwice(named: readonly Named[], { layers }: PlanTerms): void {
  const seen = new Map<string, Named>();
  for (const one of named.filter(({ part }) => part.rows === 'UNITS' || part.rows === 'BOUNDARIES')) {
    const key = JSON.stringify(one.part);
    const first = seen.get(key);
    if (first) throw twice(first, one, nameOfPart(one.part, layers).zh);
    seen.set(key, one);
  }
}

function unknownName(name: string, { file, layers }: { readonly file: OfficeFile; readonly layers: readonly HeldLayer[] }): CityError {
  const known = partsOf(layers).map((part) => nameOfPart(part, layers));
  const list = known.map(({ zh, en }) => `${zh} (${en})`).join(', ');
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${file.name}: expected a name that tells what the rows are, got ${JSON.stringify(name)}. Known: ${list}.`,
    messageZh: `${file.name}：名称 ${JSON.stringify(name)} 未说明内容。可用名称：${known.map(({ zh }) => zh).join('、')}。`,
    hint: 'Rename the file or sheet, a date or number may follow; or say what it holds by --part <name>.',
    details: { file: file.name, name, known: known.flatMap(({ zh, en }) => [zh, en]) },
  });
}

function tooManyTables({ name }: OfficeFile, tables: readonly OfficeTable[]): CityError {
  const sheets = tables.map((table) => table.name);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${name}: expected one sheet beside --part, got ${sheets.join(', ')}.`,
    messageZh: `${name}：指定 --part 时应只有一个工作表，现有 ${sheets.join('、')}。`,
    hint: 'Name each sheet after what it holds, or send the sheets as files of their own.',
    details: { file: name, sheets },
  });
}

function twice(first: Named, second: Named, zh: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected ${zh} in one table, got it in ${first.file.name} and in ${second.file.name}.`,
    messageZh: `${zh} 应在一个表中，却在 ${first.file.name} 和 ${second.file.name} 中都有。`,
    hint: 'Send one of them, or import one after the other.',
    details: { files: [first.file.name, second.file.name] },
  });
}

function boundariesAlone({ file, part }: Named, { layers }: PlanTerms): CityError {
  const layerKey = (part as { readonly layerKey: LayerKey }).layerKey;
  const units = nameOfPart({ rows: 'UNITS', layerKey }, layers);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${file.name}: expected the rows of ${units.zh} (${units.en}) beside their boundaries.`,
    messageZh: `${file.name}：边界须与“${units.zh}”的表一同导入。`,
    hint: 'Name both files in one call, or send a GeoJSON whose features carry the rows as properties.',
    details: { file: file.name, layer: layerKey },
  });
}
