import { packManifest, packRows } from '../../support/sample-city/sample-pack.js';

describe('the sample city', () => {
  it('has no matter that lies in the future on the day of loading, from its first minute on', () => {
    const { city, offices } = packManifest();
    const rows = offices.flatMap(({ matters }) => matters.flatMap(({ path }) => packRows(path)));
    expect(rows).toHaveLength(31_000);
    const midnight = `${city.anchor!}T00:00:00`;
    const steps = rows.flatMap((row) => row['steps']!.split(';').map((step) => step.split('@')[1]!));
    expect(steps.length).toBeGreaterThan(rows.length);
    expect(steps.filter((at) => at > midnight)).toEqual([]);
  });

  it('says of itself in both languages that it is synthesised, layer by layer', () => {
    const { city, allElements, offices } = packManifest();
    expect(city.notice!.zh).toMatch(/合成.*虚构/);
    expect(city.notice!.en).toMatch(/synthesised.*invented/);
    expect([allElements, ...offices.flatMap(({ layers }) => layers)].filter(({ synthetic }) => !synthetic)).toEqual([]);
  });
});
