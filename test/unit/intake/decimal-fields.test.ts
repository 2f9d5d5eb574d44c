import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { refusalSentence } from '../../../src/features/intake/index.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let engine: OverlayEngine;
let pack: PackCopy;

/** The orchard's rows measured in its own unit: 12.5 for one row, nothing said of the other. */
const measured: DepartmentDefinition = {
  ...orchard,
  unitFields: {
    table: 'orchard_unit',
    fields: [{ column: 'Shape_Area', property: 'shapeArea', kind: 'number', required: false, headerZh: '面积' }],
  },
};

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());
beforeEach(async () => {
  pack = await PackCopy.make();
});
afterEach(() => pack.remove());

async function imported(): Promise<InMemoryIntake> {
  const intake = new InMemoryIntake([lighthouse, measured], engine, new Date('2026-03-01T04:00:00Z'));
  await intake.importPack(pack.folder);
  return intake;
}

const ownOf = (intake: InMemoryIntake): readonly unknown[] =>
  [...intake.fronts.get('orchard')!.units.values()].map(({ own }) => own['Shape_Area']);

describe('an own field that is a decimal number', () => {
  test('keeps every digit of a JSON number, and nothing where nothing is given', async () => {
    expect(ownOf(await imported())).toEqual([12.5, null]);
  });

  test.each([
    ['"47184909.714"', 47184909.714],
    ['"-1.25e3"', -1250],
    ['1e-7', 1e-7],
    ['0', 0],
  ])('reads %s', async (written, value) => {
    await pack.replace('orchard/row.geojson', '12.5', written);
    expect(ownOf(await imported())[0]).toBe(value);
  });

  test.each(['"12,5"', '"1e999"', '"Infinity"', '"0x10"', '"."', 'true'])('refuses %s', async (written) => {
    await pack.replace('orchard/row.geojson', '12.5', written);
    const [row] = (await imported()).quarantined;
    expect(refusalSentence(row!)).toMatch(
      /^orchard\/row\.geojson, row 1, field Shape_Area: BAD_USER_INPUT: expected a decimal number, got /,
    );
  });
});
