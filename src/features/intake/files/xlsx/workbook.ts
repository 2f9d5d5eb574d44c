import { posix } from 'node:path';

import type { Archive } from '../archive/archive.js';
import type { ByteSource } from '../byte-source.js';
import { fileFault } from '../file-fault.js';
import { SharedStrings } from './shared-strings.js';
import { readStyles, type Styles } from './styles.js';
import { type MergedRange, surveySheet } from './survey-sheet.js';
import { readWholeXml } from './xml-reader.js';

/** One sheet that can be seen. */
export interface Sheet {
  readonly name: string;
  readonly bytes: ByteSource;
  /** By their first rows. */
  readonly merged: readonly MergedRange[];
}

/** What the cells of a workbook are read with. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: Styles;
  /** Whether its dates are counted from 1904. */
  readonly from1904: boolean;
}

/** An opened workbook; hidden sheets and charts are left out. */
export interface Workbook extends CellContext {
  readonly sheets: readonly Sheet[];
}

/** Opens the workbook that an archive holds. Throws `PACK_INVALID` where it holds none, and what its parts throw. */
export async function openWorkbook(archive: Archive, name: string): Promise<Workbook> {
  const root = await relationsOf(archive, '');
  const book = root.find(({ type }) => type === 'officeDocument')?.target;
  if (book === undefined || !archive.names.includes(book)) throw noWorkbook(name);
  const relations = await relationsOf(archive, book);
  const { sheets, from1904 } = await readBook(archive.bytes(book));
  const part = (type: string): ByteSource | null => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target !== undefined && archive.names.includes(target) ? archive.bytes(target) : null;
  };
  const seen: Sheet[] = [];
  for (const sheet of sheets) {
    const target = relations.find(({ id, type }) => id === sheet.id && type === 'worksheet')?.target;
    if (sheet.hidden || target === undefined || !archive.names.includes(target)) continue;
    const bytes = archive.bytes(target);
    seen.push({ name: sheet.name, bytes, merged: await surveySheet(bytes) });
  }
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    sheets: seen,
    from1904,
    strings: strings === null ? new SharedStrings() : await SharedStrings.read(strings),
    styles: styles === null ? [] : await readStyles(styles),
  };
}

interface Relation {
  readonly id: string;
  /** The last part of its type: `worksheet`. */
  readonly type: string;
  /** Name of an entry of the archive. */
  readonly target: string;
}

async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.names.includes(name)) return relations;
  await readWholeXml(archive.bytes(name), {
    open: (element, { Id, Type, Target, TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External' || Target === undefined) return;
      // An absolute target starts at the root of the archive.
      const target = posix.join(Target.startsWith('/') ? '' : folder, Target.replace(/^\/+/, ''));
      relations.push({ id: Id ?? '', type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readBook(bytes: ByteSource): Promise<{ readonly sheets: readonly ListedSheet[]; readonly from1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  await readWholeXml(bytes, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1];
      sheets.push({ name: attributes['name'] ?? '', id: id ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, from1904 };
}

function noWorkbook(name: string): Error {
  return fileFault({
    file: name,
    message: 'expected an Excel workbook (.xlsx), the archive holds none.',
    messageZh: '应为 Excel 工作簿（.xlsx），压缩包内没有。',
    hint: 'Save the table as .xlsx or CSV UTF-8 in a spreadsheet.',
  });
}
