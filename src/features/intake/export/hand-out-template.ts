import type { DepartmentDefinition } from '../../../departments/contract.js';
import { DraftFiles, type WrittenFile } from './draft-files.js';
import type { NamedLayers } from './file-names.js';
import { pathsIn } from './target-paths.js';
import { templateCsv } from './template-csv.js';
import { type TemplateTable, templateTables } from './template-tables.js';
import { templateWorkbook } from './template-workbook.js';
import { wishedParts } from './wished-parts.js';

/** The formats of templates. */
export const templateFormats = ['xlsx', 'csv'] as const;

/** Which template is asked for, and where it is to lie. */
export interface TemplateWish {
  readonly department: DepartmentDefinition;
  /** The office's own layers. */
  readonly layers: NamedLayers;
  /** Names of parts; all where none is named. */
  readonly parts: readonly string[];
  readonly format: (typeof templateFormats)[number];
  /** A folder, or a file where it ends as the format does. */
  readonly out: string;
  readonly replaces: boolean;
}

/** What was handed out. */
export interface HandedOut {
  readonly files: readonly WrittenFile[];
  readonly tables: readonly TemplateTable[];
}

/** Writes the file layouts of an office for its people to fill: one workbook, or a CSV file a part. */
export async function handOutTemplate(wish: TemplateWish): Promise<HandedOut> {
  const { department, layers, parts, format, out, replaces } = wish;
  const tables = templateTables(department, layers, wishedParts(parts, layers));
  const names = format === 'xlsx' ? [`${department.nameZh}模板`] : tables.map(({ name }) => name);
  const paths = pathsIn({ out, ending: format }, names);
  const contents = format === 'xlsx' ? [await templateWorkbook(department, tables)] : tables.map(templateCsv);
  const drafts = new DraftFiles({ replaces, mode: 0o644 });
  try {
    const files: WrittenFile[] = [];
    for (const [place, path] of paths.entries()) files.push(await drafts.write(path, [contents[place]!]));
    await drafts.publish();
    return { files, tables };
  } finally {
    await drafts.discard();
  }
}
