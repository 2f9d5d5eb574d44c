import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';

import writeXlsxFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/node';

import type { DepartmentDefinition } from '../../../departments/contract.js';
import { isNumeric } from './cell-forms.js';
import type { TableColumn } from './table-columns.js';
import { explanationHeadings, explanationOf, generalRules, type TemplateTable } from './template-tables.js';

/** The sheet that explains the others; it holds no rows and is passed over when a workbook comes back. */
export const explanationSheet = '说明';

/** The number of the first style of the workbook: text, as its first cell has it. */
const textStyle = 1;

/** What the library holds the parts of a workbook as. */
type Contents = Stream | Buffer | Blob;

/** The tables as a workbook of empty sheets behind one that explains them. Columns are text but for numbers, so that ids stay as they are typed. */
export async function templateWorkbook(department: DepartmentDefinition, tables: readonly TemplateTable[]): Promise<Buffer> {
  const sheets = [explaining(department, tables), ...tables.map(filled)];
  return writeXlsxFile(sheets, { features: [textColumns(tables)] }).toBuffer();
}

function explaining(department: DepartmentDefinition, tables: readonly TemplateTable[]): Sheet<Contents> {
  const [title, ...rules] = generalRules(department);
  const about = tables.flatMap((table): Cell[][] => [
    [],
    [heading(`工作表：${table.name}`)],
    explanationHeadings.map((text) => heading(text)),
    ...explanationOf(table).map((line) => line.map((text): Cell => ({ value: text, type: String, wrap: true, alignVertical: 'top' }))),
  ]);
  // The first cell alone decides the first style: text.
  const head: Cell[][] = [[{ value: title!, type: String, format: '@' }], ...rules.map((text): Cell[] => [{ value: text, type: String }])];
  return { sheet: explanationSheet, data: [...head, ...about], columns: [24, 8, 46, 46, 30].map((width) => ({ width })) };
}

function filled({ name, columns }: TemplateTable): Sheet<Contents> {
  return {
    sheet: name,
    data: [columns.map(header)],
    columns: columns.map(({ headerZh }) => ({ width: Math.max(14, headerZh.length * 2 + 4) })),
    stickyRowsCount: 1,
  };
}

const heading = (text: string): Cell => ({ value: text, type: String, fontWeight: 'bold' });

function header({ headerZh, required }: TableColumn): Cell {
  return { ...(heading(headerZh) as object), ...(required ? { backgroundColor: '#FFE699' } : {}) };
}

/** Gives the columns of the sheets behind the first their style, which the library sets for single cells only. */
function textColumns(tables: readonly TemplateTable[]): Feature<Contents> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            const column = tag === 'col' ? tables[sheetIndex - 1]?.columns[index!] : undefined;
            return column === undefined || isNumeric(column.form) ? attributes : { ...attributes, style: textStyle };
          },
        },
      },
    },
  };
}
