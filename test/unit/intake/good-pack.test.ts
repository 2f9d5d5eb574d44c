import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let engine: OverlayEngine;
let pack: PackCopy;

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());
beforeEach(async () => {
  pack = await PackCopy.make();
});
afterEach(() => pack.remove());

/** Ten days after the pack's anchor, in the evening of UTC: the next day in the city. */
const now = new Date('2026-03-10T20:00:00Z');
const intakeOf = (): InMemoryIntake => new InMemoryIntake([lighthouse, orchard], engine, now);

describe('a city pack without a fault', () => {
  test('is accepted row by row, and what stays home is not counted', async () => {
    const intake = intakeOf();
    const { runs } = await intake.importPack(pack.folder);
    expect(intake.quarantined).toEqual([]);
    expect(
      runs.map(({ department, read, accepted, quarantined, failure }) => ({ department, read, accepted, quarantined, failure })),
    ).toEqual([
      { department: null, read: 18, accepted: 18, quarantined: 0, failure: null },
      { department: 'LIGHTHOUSE', read: 15, accepted: 15, quarantined: 0, failure: null },
      { department: 'ORCHARD', read: 5, accepted: 5, quarantined: 0, failure: null },
    ]);
    expect(intake.fronts.get('lighthouse')!.matters.map(({ localId, staysHome }) => [localId, staysHome])).toEqual([
      ['L-1', false],
      ['L-2', false],
      ['L-3', false],
      ['L-4', true],
    ]);
  });

  test('moves its matters by whole days of the city, so that the anchor becomes the day of loading', async () => {
    const intake = intakeOf();
    await intake.importPack(pack.folder);
    const matters = intake.fronts.get('lighthouse')!.matters;
    expect(matters[0]).toMatchObject({
      reportedAt: new Date('2026-02-11T00:00:00Z'),
      dueAt: new Date('2026-02-13T00:00:00Z'),
      steps: [
        { state: 'REPORTED', at: '2026-02-11T00:00:00.000Z', organisationCode: '1199010000000003CT' },
        { state: 'DISPATCHED', at: '2026-02-11T01:00:00.000Z', organisationCode: '1199010000000003CT' },
        { state: 'CLOSED', at: '2026-02-12T02:30:00.000Z', organisationCode: '1199010000000001AJ' },
      ],
    });
    expect(matters[1]!.reportedAt).toEqual(new Date('2026-03-09T15:59:59Z'));
  });

  test('takes an office’s whole numbers as ids where its scheme is opaque and the manifest names the property, and joins the parts of one unit', async () => {
    const intake = intakeOf();
    await intake.importPack(pack.folder);
    const { units, matters } = intake.fronts.get('orchard')!;
    expect([...units.values()].map(({ localId, name, boundary }) => [localId, name, boundary?.length])).toEqual([
      ['5', '第五行', 1],
      ['10', '第十行', 2],
    ]);
    expect(matters.map(({ localId, state, officeState, steps }) => [localId, state, officeState, steps.length])).toEqual([
      ['7001', 'CLOSED', 'Done', 2],
      ['7002', 'REPORTED', 'Waiting', 1],
    ]);
  });

  test('gives a unit that is a set of others their ground', async () => {
    const intake = intakeOf();
    await intake.importPack(pack.folder);
    const watch = intake.fronts.get('lighthouse')!.units.get('lighthouse/watch 夜班')!;
    const [west, east] = [117.01, 117.04];
    const longitudes = watch.boundary!.flat(2).map(([longitude]) => longitude!);
    expect([Math.min(...longitudes), Math.max(...longitudes), watch.boundary!.length]).toEqual([west, east, 1]);
  });

  test('says the same of equal rows whatever day it is read on', async () => {
    const [first, again] = [intakeOf(), intakeOf()];
    await first.importPack(pack.folder);
    await again.importPack(pack.folder);
    const hashes = (intake: InMemoryIntake) => [...intake.fronts.get('lighthouse')!.units.values()].map(({ contentHash }) => contentHash);
    expect(hashes(again)).toEqual(hashes(first));
    expect(new Set(hashes(first)).size).toBe(4);
  });
});
