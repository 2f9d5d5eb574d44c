import { creditCodeFault } from '../../../src/kernel/credit-code.js';
import { packManifest, packRows } from '../../support/sample-city/sample-pack.js';

const manifest = packManifest();
const layers = [manifest.allElements, ...manifest.offices.flatMap((office) => office.layers)];
const idsOf = (key: string): readonly string[] => packRows(`${key}.csv.gz`).map((row) => row['local_id']!);

describe('ids of the sample city', () => {
  it.each(layers.map(({ key }) => key))('are unique in %s', (key) => {
    const ids = idsOf(key);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('have the right check digit wherever they are credit codes, and are each of one body', () => {
    const codes = packRows('organisations.csv').map(({ code }) => code!);
    expect(codes.filter((code) => creditCodeFault(code) !== null)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    const communities = idsOf('civil-affairs/community');
    expect(communities.filter((id) => creditCodeFault(id) !== null || !/^5[45]/.test(id))).toEqual([]);
  });

  it('of basic grids and of unit grids have one shape and partly one value, and still mean different ground', () => {
    const units = new Set(idsOf('urban-management/unit'));
    expect(idsOf('political-legal/basic').filter((id) => units.has(id)).length).toBeGreaterThan(500);
  });

  it('keep leading zeros', () => {
    expect(idsOf('housing/estate').every((id) => /^00\d{7}$/.test(id))).toBe(true);
    expect(packRows('urban-management/matters.csv.gz').every((row) => /^0\d{7}$/.test(row['local_id']!))).toBe(true);
  });

  it('of unit grids run from west to east and from north to south within a community', () => {
    const serials = new Map<string, number[]>();
    for (const id of idsOf('urban-management/unit'))
      serials.set(id.slice(0, 12), [...(serials.get(id.slice(0, 12)) ?? []), Number(id.slice(12))]);
    const broken = [...serials].filter(([, list]) => list.some((serial, i) => serial !== i + 1)).map(([code]) => code);
    expect(broken).toEqual([]);
  });

  it('of buildings in a special grid are address codes of buildings', () => {
    const known = new Set(packRows('housing/buildings.csv.gz').map((row) => row['address_code']));
    const listed = packRows('political-legal/special.csv.gz').flatMap(({ buildings }) => buildings!.split(';'));
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.filter((code) => !known.has(code))).toEqual([]);
  });
});
