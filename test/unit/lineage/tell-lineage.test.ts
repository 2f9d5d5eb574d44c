import type { GridModel } from '../../../src/features/grids/index.js';
import type { LineageReader, LineageStep, LineageUnit } from '../../../src/features/lineage/index.js';
import { tellLineage } from '../../../src/features/lineage/tell-lineage.js';

const unit = (uuid: string): LineageUnit => ({
  uuid,
  layerKey: 'office/unit',
  department: 'OFFICE',
  localId: uuid,
  generation: 1,
  name: uuid,
  divisionCode: null,
  areaM2: null,
  validFrom: '2020-01-01',
  validTo: null,
});
const step = (fromUuid: string, toUuid: string): LineageStep => ({
  uuid: `${fromUuid} ${toUuid}`,
  kind: 'SPLIT',
  basis: 'DECLARED',
  fromUuid,
  toUuid,
  weight: 0.5,
  inverseWeight: 1,
  effectiveOn: '2020-01-01',
  redrawUuid: null,
  document: '1',
  subject: 'tester',
  role: 'CLERK',
  organisationUuid: null,
  recordedFrom: new Date(0),
});

test('a step to a unit that is believed in no longer is left out, and the others are told', async () => {
  const lineage: LineageReader = {
    unitsNamed: () => Promise.resolve([{ ...unit('a'), place: 0 }]),
    graph: (_, way) =>
      Promise.resolve({
        steps: way === 'BACK' ? [] : [step('a', 'b'), step('a', 'withdrawn')],
        units: new Map(['a', 'b'].map((uuid) => [uuid, unit(uuid)])),
      }),
    boundaries: () => Promise.resolve([]),
  };
  const successions = { ofUnits: () => Promise.resolve(new Map()) } as never;
  const model = { at: '2026-01-01', knownAt: null, unitByUuid: () => null } as unknown as GridModel;
  const [told] = await tellLineage({ lineage, successions }, model, { department: 'OFFICE', localId: 'a', layer: null });
  expect(told!.successors.map(({ to }) => to.localId)).toEqual(['b']);
});
