import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Layer } from '../../grids/index.js';
import { factFields, type FiledElementKind, type Layout, layouts, withColumns } from '../rows/layouts.js';

/** What one table of an office (a file, or a sheet of a workbook) holds. */
export type TablePart =
  | { readonly rows: 'UNITS' | 'BOUNDARIES'; readonly layerKey: LayerKey }
  | { readonly rows: 'ELEMENTS'; readonly elementKind: FiledElementKind }
  | { readonly rows: 'COUNTS' | 'POSTS' | 'MATTERS' };

/** The two names of a part, by which files and sheets are called. */
export interface PartName {
  readonly zh: string;
  /** Lower-case with hyphens. */
  readonly en: string;
}

const elementNames: Readonly<Record<FiledElementKind, PartName>> = {
  BUILDING: { zh: '楼栋', en: 'buildings' },
  ESTATE: { zh: '小区', en: 'estates' },
  COMPONENT: { zh: '部件', en: 'components' },
  SITE: { zh: '场所', en: 'sites' },
};

const plainNames = {
  COUNTS: { zh: '统计数', en: 'counts' },
  POSTS: { zh: '岗位', en: 'posts' },
  MATTERS: { zh: '事项', en: 'matters' },
} as const satisfies Readonly<Record<string, PartName>>;

/** The layout of a part's rows, the office's own fields among them. */
export function layoutOf(part: TablePart, department: DepartmentDefinition): Layout {
  switch (part.rows) {
    case 'UNITS':
      return withColumns(layouts.units, department.unitFields?.fields ?? []);
    case 'BOUNDARIES':
      return layouts.boundaries;
    case 'ELEMENTS':
      return withColumns(layouts.elements, factFields[part.elementKind]);
    case 'COUNTS':
      return layouts.counts;
    case 'POSTS':
      return layouts.posts;
    case 'MATTERS':
      return withColumns(layouts.matters, department.matterFields?.fields ?? []);
  }
}

/** A part as the register of refused rows tells it: `MATTERS`, `UNITS lighthouse/beam`, `ELEMENTS BUILDING`. */
export function textOfPart(part: TablePart): string {
  if (part.rows === 'ELEMENTS') return `${part.rows} ${part.elementKind}`;
  return 'layerKey' in part ? `${part.rows} ${part.layerKey}` : part.rows;
}

/** What a part is called; `layers` are the office's own. */
export function nameOfPart(part: TablePart, layers: readonly Pick<Layer, 'key' | 'nameZh'>[]): PartName {
  if (part.rows === 'ELEMENTS') return elementNames[part.elementKind];
  if (part.rows !== 'UNITS' && part.rows !== 'BOUNDARIES') return plainNames[part.rows];
  const zh = layers.find(({ key }) => key === part.layerKey)?.nameZh ?? part.layerKey;
  const en = part.layerKey.slice(part.layerKey.indexOf('/') + 1);
  return part.rows === 'UNITS' ? { zh, en } : { zh: `${zh}边界`, en: `${en}-boundaries` };
}

/** Every part that an office with these layers may send. */
export function partsOf(layers: readonly Pick<Layer, 'key'>[]): readonly TablePart[] {
  return [
    ...layers.flatMap(({ key }): readonly TablePart[] => [
      { rows: 'UNITS', layerKey: key },
      { rows: 'BOUNDARIES', layerKey: key },
    ]),
    ...(Object.keys(elementNames) as FiledElementKind[]).map((elementKind): TablePart => ({ rows: 'ELEMENTS', elementKind })),
    { rows: 'COUNTS' },
    { rows: 'POSTS' },
    { rows: 'MATTERS' },
  ];
}

/**
 * The part that a file or sheet is called after: its Chinese or English name, alone or with a number or date behind it
 * (`事项-20261122.csv`, `unit.csv.gz`); null for any other name, which is never guessed at.
 */
export function partNamed(name: string, layers: readonly Pick<Layer, 'key' | 'nameZh'>[]): TablePart | null {
  const stem = name
    .replace(/(\.(csv|xlsx|geojson|json|gz))+$/i, '')
    .replace(/[-_ ]?[\d-]+$/, '')
    .trim();
  return (
    partsOf(layers).find((part) => {
      const { zh, en } = nameOfPart(part, layers);
      return stem === zh || stem.toLowerCase() === en;
    }) ?? null
  );
}
