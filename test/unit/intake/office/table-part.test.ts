import { partNamed } from '../../../../src/features/intake/office/table-part.js';

const layers = [
  { key: 'urban-management/unit', nameZh: '城管单元网格' },
  { key: 'urban-management/responsibility', nameZh: '城管责任网格' },
];

describe('The name of a file or sheet', () => {
  it.each([
    ['事项.csv', { rows: 'MATTERS' }],
    ['事项-20261122.csv', { rows: 'MATTERS' }],
    ['matters.csv.gz', { rows: 'MATTERS' }],
    ['城管单元网格', { rows: 'UNITS', layerKey: 'urban-management/unit' }],
    ['城管单元网格边界.geojson', { rows: 'BOUNDARIES', layerKey: 'urban-management/unit' }],
    ['responsibility_2026-11-22.xlsx', { rows: 'UNITS', layerKey: 'urban-management/responsibility' }],
    ['Components.csv', { rows: 'ELEMENTS', elementKind: 'COMPONENT' }],
  ])('%s tells what is in it', (name, part) => {
    expect(partNamed(name, layers)).toEqual(part);
  });

  it.each(['Sheet1', '新建 Microsoft Excel 工作表.xlsx', '事项汇总.csv', '单元', ''])('%j tells nothing, and is not guessed at', (name) => {
    expect(partNamed(name, layers)).toBeNull();
  });
});
