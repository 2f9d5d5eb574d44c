import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { TablePart } from '../office/table-part.js';
import { givenName, type NamedLayers } from './file-names.js';
import { hintOf } from './fill-hints.js';
import { columnsOf, type TableColumn } from './table-columns.js';

/** One table that an office may fill: under this name and these headers it is recognised when it comes back. */
export interface TemplateTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

/** The tables of the parts; boundaries are left out, which are drawn and not filled. */
export function templateTables(
  department: DepartmentDefinition,
  layers: NamedLayers,
  parts: readonly TablePart[],
): readonly TemplateTable[] {
  return parts
    .filter(({ rows }) => rows !== 'BOUNDARIES')
    .map((part) => ({ name: givenName(part, layers), columns: columnsOf(part, department) }));
}

/** The headings under which the columns of a table are explained. */
export const explanationHeadings = ['列名', '必填', '填法', '可用的词', '示例'] as const;

/** One line a column: its header, whether it must be filled, how, with which words, and an example. */
export function explanationOf({ columns }: TemplateTable): readonly (readonly string[])[] {
  return columns.map((column) => {
    const { zh, example } = hintOf(column);
    const words = Object.values(column.labelsZh).join('、');
    return [column.headerZh, column.required ? '必填' : '', zh, words, example];
  });
}

/** What holds for every table of an office, one sentence a line. */
export function generalRules({ nameZh }: DepartmentDefinition): readonly string[] {
  return [
    `${nameZh}数据填报模板`,
    '一张工作表一类数据；从第二行起填写，不改表名和表头。不填的表留空即可，选填的列可留空或删去。',
    '编号一律为文本：不得写成数字（会丢失前导零和第 15 位以后的数字），不得写成 1.10101E+17。',
    '日期写作 2026-01-31，时间写作 2026-01-31T08:30:00；多个值以英文分号 ; 分隔。',
    '网格停用的，填“停用日期”，不删行。边界另以 GeoJSON 文件报送，文件名为“图层名+边界”，与网格表一同导入。',
    '不登记居民个人：人只以数量与岗位出现。反映人各列仅供信访等保密事项填写，入库前即加密。',
    '本表“示例”列仅为说明，不会被导入。',
  ];
}
