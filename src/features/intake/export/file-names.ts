import type { Layer } from '../../grids/index.js';
import { nameOfPart, partNamed, type TablePart } from '../office/table-part.js';

/** The layers of an office, as far as parts are named after them. */
export type NamedLayers = readonly Pick<Layer, 'key' | 'nameZh'>[];

/** Whose names a file uses for itself and its columns: Chinese ones, or the platform's own. */
export const headerChoices = ['zh', 'canonical'] as const;

/** One of {@link headerChoices}. */
export type HeaderChoice = (typeof headerChoices)[number];

const longestSheetName = 31;
/** What no file system and no workbook takes in a name. */
const forbidden = /[\\/:*?"<>|[\]\p{Cc}]|^[.']|['.\s]$/u;

/** The name by which a file or a sheet of a part is recognised again; the English one where a layer's Chinese name cannot serve. */
export function givenName(part: TablePart, layers: NamedLayers, headers: HeaderChoice = 'zh'): string {
  const { zh, en } = nameOfPart(part, layers);
  const choices = headers === 'zh' ? [zh, en] : [en, zh];
  return choices.find((name) => isTelling(name, part, layers)) ?? en;
}

function isTelling(name: string, part: TablePart, layers: NamedLayers): boolean {
  if (name.length > longestSheetName || forbidden.test(name)) return false;
  return JSON.stringify(partNamed(name, layers)) === JSON.stringify(part);
}
