import type { ExecutionResult } from 'graphql';

import { FakeOwnFieldReader } from '../../fakes/own-field-reader.js';
import { cityOfUnits, layerKeyOf } from '../../support/departments/city-of-units.js';
import { officeSchema } from '../../support/departments/office-schema.js';
import { sixOffices } from '../../support/departments/six-offices.js';

const readers = new Map(sixOffices.map((office) => [office.code, new FakeOwnFieldReader()]));
const readerOf = (code: string): FakeOwnFieldReader => readers.get(code)!;
const { ask } = officeSchema(sixOffices, (office) => readerOf(office.code));

const plain = ({ data }: ExecutionResult): unknown => JSON.parse(JSON.stringify(data));
const urban = sixOffices.find(({ code }) => code === 'URBAN_MANAGEMENT')!;
const unitsOf = (code: string, gridType: string, fields: readonly string[]): string =>
  `{ units(department: ${code}) { __typename name ... on ${gridType} { ${fields.join(' ')} } } }`;

describe('the fields that only one office keeps', () => {
  beforeEach(() => {
    for (const reader of readers.values()) {
      reader.unitCalls.length = 0;
      reader.matterCalls.length = 0;
      reader.isAway = false;
    }
  });

  test.each([2, 50])('cost one call of each office’s reader for %i grids with all their fields', async (count) => {
    for (const { code, gridType, unitFields } of sixOffices) {
      const query = unitsOf(
        code,
        gridType,
        unitFields.fields.map(({ property }) => property),
      );
      expect((await ask(cityOfUnits(sixOffices, count), query)).errors).toBeUndefined();
      expect(readerOf(code).unitCalls.map((keys) => keys.length)).toEqual([count]);
    }
  });

  test.each([2, 50])('cost one call for %i matters', async (count) => {
    const ids = Array.from({ length: count }, (_, place) => `M ${place}`);
    for (const { code, matterType, matterFields } of sixOffices) {
      const fields = matterFields!.fields.map(({ property }) => property).join(' ');
      const query = `{ matters(typeName: "${matterType!}", localIds: ${JSON.stringify(ids)}) { ... on ${matterType!} { ${fields} } } }`;
      expect((await ask(cityOfUnits(sixOffices, 1), query)).errors).toBeUndefined();
      expect(readerOf(code).matterCalls).toEqual([ids]);
    }
  });

  test('are asked for anew by the next request, so that nobody meets another’s values', async () => {
    const query = unitsOf(urban.code, urban.gridType, ['landUse']);
    await ask(cityOfUnits(sixOffices, 2), query);
    await ask(cityOfUnits(sixOffices, 2), query);
    expect(readerOf(urban.code).unitCalls).toHaveLength(2);
  });

  test('are not asked for by a query that names none of them', async () => {
    await ask(cityOfUnits(sixOffices, 2), `{ units(department: ${urban.code}) { name } }`);
    expect(readerOf(urban.code).unitCalls).toEqual([]);
  });

  test('reach the unit that the office means, spaces in its id included, and are null where it holds no row', async () => {
    readerOf(urban.code).keepUnit(
      { layerKey: layerKeyOf(urban), localId: 'U 2', generation: 1 },
      { landUse: '商业', managementGrade: 1, surveyedOn: '2025-03-01' },
    );

    const answer = await ask(
      cityOfUnits(sixOffices, 2),
      unitsOf(urban.code, urban.gridType, ['localId', 'landUse', 'managementGrade', 'surveyedOn', 'collectorShift']),
    );

    expect(plain(answer)).toEqual({
      units: [
        {
          __typename: 'UrbanManagementGrid',
          name: '网格 U 1',
          localId: 'U 1',
          landUse: null,
          managementGrade: null,
          surveyedOn: null,
          collectorShift: null,
        },
        {
          __typename: 'UrbanManagementGrid',
          name: '网格 U 2',
          localId: 'U 2',
          landUse: '商业',
          managementGrade: 1,
          surveyedOn: '2025-03-01',
          collectorShift: null,
        },
      ],
    });
  });

  test('keep false apart from nothing', async () => {
    const housing = sixOffices.find(({ code }) => code === 'HOUSING')!;
    readerOf('HOUSING').keepUnit(
      { layerKey: layerKeyOf(housing), localId: 'U 1', generation: 1 },
      { form: 'OLD', ownersCommittee: false, builtYear: 0 },
    );

    const answer = await ask(
      cityOfUnits(sixOffices, 1),
      unitsOf('HOUSING', 'HousingEstate', ['form', 'ownersCommittee', 'managementCommittee', 'builtYear']),
    );

    expect(plain(answer)).toMatchObject({ units: [{ form: 'OLD', ownersCommittee: false, managementCommittee: null, builtYear: 0 }] });
  });

  test('reach the matter that the office means', async () => {
    readerOf('POLITICAL_LEGAL').keepMatter('M-1', { disputeKind: '邻里', urgency: 'SUPERVISED' });

    const answer = await ask(
      cityOfUnits(sixOffices, 1),
      '{ matters(typeName: "PoliticalLegalMatter", localIds: ["M-1", "M-2"]) { localId ... on PoliticalLegalMatter { disputeKind urgency } } }',
    );

    expect(plain(answer)).toEqual({
      matters: [
        { localId: 'M-1', disputeKind: '邻里', urgency: 'SUPERVISED' },
        { localId: 'M-2', disputeKind: null, urgency: null },
      ],
    });
  });

  test('are null with SOURCE_UNAVAILABLE while the office is away, and the rest still answers', async () => {
    readerOf(urban.code).isAway = true;

    const answer = await ask(cityOfUnits(sixOffices, 2), unitsOf(urban.code, urban.gridType, ['landUse']));

    expect(plain(answer)).toEqual({
      units: ['网格 U 1', '网格 U 2'].map((name) => ({ __typename: 'UrbanManagementGrid', name, landUse: null })),
    });
    expect(answer.errors?.map(({ path, originalError }) => [path?.join('.'), (originalError as { code?: string }).code])).toEqual([
      ['units.0.landUse', 'SOURCE_UNAVAILABLE'],
      ['units.1.landUse', 'SOURCE_UNAVAILABLE'],
    ]);
  });
});
