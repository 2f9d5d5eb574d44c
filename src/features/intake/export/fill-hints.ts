import type { CellForm } from './cell-forms.js';
import type { TableColumn } from './table-columns.js';

/** How a cell is filled, and what one might hold. */
export interface FillHint {
  readonly zh: string;
  readonly example: string;
}

const hints: Readonly<Record<CellForm, FillHint>> = {
  ID: { zh: '编号：按文本填写，保留前导零和全部位数', example: '示例0001' },
  TEXT: { zh: '文字', example: '示例文字' },
  DATE: { zh: '日期：年-月-日', example: '2026-01-31' },
  INSTANT: { zh: '时间：本市时间，年-月-日T时:分:秒', example: '2026-01-31T08:30:00' },
  INT: { zh: '整数', example: '12' },
  NUMBER: { zh: '数：用小数点，不加千分位', example: '12.5' },
  DEGREES: { zh: '十进制度（CGCS2000 或 WGS 84）；经度、纬度同填或同空', example: '117.2035' },
  BOOL: { zh: '填“是”或“否”', example: '是' },
  WORD: { zh: '只可填“可用的词”所列', example: '' },
  LIST: { zh: '可填多个，以英文分号 ; 分隔', example: '示例0001;示例0002' },
  STEPS: { zh: '逐步填“状态词@时间@单位代码”，以英文分号 ; 分隔，末步与“状态”一致', example: 'REPORTED@2026-01-31T08:30:00@示例单位' },
};

/** How the cells of a column are filled; the example is no row of anybody's. */
export function hintOf({ form, labelsZh }: TableColumn): FillHint {
  const hint = hints[form];
  return form === 'WORD' ? { ...hint, example: Object.values(labelsZh)[0] ?? '' } : hint;
}
