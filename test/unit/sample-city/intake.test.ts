import { civilAffairs } from '../../../src/departments/civil-affairs/index.js';
import { housing } from '../../../src/departments/housing/index.js';
import { partyBuilding } from '../../../src/departments/party-building/index.js';
import { petition } from '../../../src/departments/petition/index.js';
import { politicalLegal } from '../../../src/departments/political-legal/index.js';
import { urbanManagement } from '../../../src/departments/urban-management/index.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { packFolder, packManifest, packRows } from '../../support/sample-city/sample-pack.js';

const departments = [partyBuilding, politicalLegal, civilAffairs, urbanManagement, petition, housing];

jest.setTimeout(300_000);

describe('the sample city at intake', () => {
  it('is accepted to the last row, and nothing of it lies in the future on the day of loading', async () => {
    const engine = await openGeosOverlayEngine();
    const now = new Date('2026-11-21T16:00:00Z'); // midnight in the city: the earliest minute of a day
    const intake = new InMemoryIntake(departments, engine, now);
    const { runs } = await intake.importPack(packFolder);
    engine.dispose();
    expect(intake.quarantined.slice(0, 5)).toEqual([]);
    expect(runs.flatMap(({ findings, repaired }) => [...findings, ...(repaired === 0 ? [] : [repaired])])).toEqual([]);
    expect(runs.map(({ department, quarantined, failure }) => ({ department, quarantined, failure }))).toEqual(
      [null, 'PARTY_BUILDING', 'POLITICAL_LEGAL', 'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'PETITION', 'HOUSING'].map((department) => ({
        department,
        quarantined: 0,
        failure: null,
      })),
    );
    const matters = [...intake.fronts.values()].flatMap((front) => front.matters);
    expect(matters.length).toBe(31_000);
    expect(matters.filter(({ steps }) => steps.at(-1)!.at > now.toISOString())).toEqual([]);
    const accusations = packRows('petition/matters.csv.gz').filter((row) => row['sealed'] === 'true');
    expect(matters.filter(({ staysHome }) => staysHome).length).toBe(accusations.length);
    expect(accusations.length).toBeGreaterThan(0);
  });

  it('says of itself in both languages that it is synthesised, layer by layer', () => {
    const { city, allElements, offices } = packManifest();
    expect(city.notice!.zh).toMatch(/合成.*虚构/);
    expect(city.notice!.en).toMatch(/synthesised.*invented/);
    expect([allElements, ...offices.flatMap(({ layers }) => layers)].filter(({ synthetic }) => !synthetic)).toEqual([]);
  });
});
