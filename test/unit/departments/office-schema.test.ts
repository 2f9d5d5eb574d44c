import { type GraphQLObjectType, isObjectType } from 'graphql';

import { FakeOwnFieldReader } from '../../fakes/own-field-reader.js';
import { cityOfUnits } from '../../support/departments/city-of-units.js';
import { officeSchema } from '../../support/departments/office-schema.js';
import { sixOffices } from '../../support/departments/six-offices.js';
import { descriptionFaults } from '../../support/schema/description-faults.js';

const { schema, ask } = officeSchema(sixOffices, () => new FakeOwnFieldReader());

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`expected the object type ${name}`);
  return type;
}

function fieldsOf(name: string): readonly string[] {
  const type = schema.getType(name);
  return type && 'getFields' in type ? Object.keys(type.getFields()) : [];
}

const ownOf = (type: string, shared: string): readonly string[] => fieldsOf(type).filter((field) => !fieldsOf(shared).includes(field));
const interfacesOf = (type: string): readonly string[] =>
  objectType(type)
    .getInterfaces()
    .map(({ name }) => name)
    .sort();

describe('the schema of the six offices', () => {
  test.each(sixOffices)('$key has a grid type of its own with at least four fields that only it has', (office) => {
    expect(interfacesOf(office.gridType)).toEqual(['DepartmentGrid', 'Grid', 'Node']);
    const own = ownOf(office.gridType, 'DepartmentGrid');
    expect([...own].sort()).toEqual(office.unitFields.fields.map(({ property }) => property).sort());
    expect(own.length).toBeGreaterThanOrEqual(4);
  });

  test.each(sixOffices)('$key has a matter type of its own', (office) => {
    expect(interfacesOf(office.matterType!)).toEqual(['Matter', 'Node']);
    expect([...ownOf(office.matterType!, 'Matter')].sort()).toEqual(office.matterFields!.fields.map(({ property }) => property).sort());
  });

  test.each(sixOffices)('$key may be away: each of its own fields may be null', ({ gridType, matterType }) => {
    const own = [gridType, matterType!].flatMap((type) =>
      Object.values(objectType(type).getFields()).filter(({ name }) => !isShared(name)),
    );
    expect(own.filter((field) => String(field.type).endsWith('!')).map(({ name }) => name)).toEqual([]);
  });

  test('offers the words that intake accepts, and no others', () => {
    for (const { gridType, matterType, unitFields, matterFields } of sixOffices) {
      const listed = [
        ...unitFields.fields.map((field) => [gridType, field] as const),
        ...matterFields!.fields.map((field) => [matterType!, field] as const),
      ];
      for (const [type, { property, kind }] of listed) {
        if (typeof kind === 'string') continue;
        const shown = schema.getType(String(objectType(type).getFields()[property]!.type));
        expect(shown && 'getValues' in shown ? shown.getValues().map(({ value }) => String(value)) : []).toEqual(kind.oneOf);
      }
    }
  });

  test('tells every type, field, argument and value in Chinese and in English', () => {
    expect(descriptionFaults(schema)).toEqual([]);
  });

  test('reads what a unit’s record holds straight from the record, for lists of grids are long', () => {
    const held = ['name', 'layer', 'areaM2', 'households', 'validFrom', 'validTo', 'asOf', 'department', 'localId'];
    for (const { gridType } of sixOffices) {
      const fields = objectType(gridType).getFields();
      expect(held.filter((field) => fields[field]!.resolve !== undefined)).toEqual([]);
    }
  });

  test('shows an all-elements grid with its boundary, its layer and the divisions above it', async () => {
    const answer = await ask(
      cityOfUnits(sixOffices, 1),
      `{ cityGrid { __typename code name areaM2 boundary layer { key name scheme units department }
           division { code level parent { name children { code } parent { parent { name parent { name } } } } } } }`,
    );

    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      data: {
        cityGrid: {
          __typename: 'AllElementsGrid',
          code: '360203003002001',
          name: '网格 360203003002001',
          areaM2: 1_080_000,
          boundary: {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [117.2, 29.3],
                  [117.21, 29.3],
                  [117.21, 29.31],
                  [117.2, 29.31],
                  [117.2, 29.3],
                ],
              ],
            ],
          },
          layer: { key: 'city/all-elements', name: '全要素网格', scheme: 'cn-12-plus-3', units: 1, department: null },
          division: {
            code: '360203003002',
            level: 'COMMUNITY',
            parent: { name: '新厂街道', children: [{ code: '360203003002' }], parent: { parent: { name: '景德镇市', parent: null } } },
          },
        },
      },
    });
  });
});

function isShared(field: string): boolean {
  return fieldsOf('DepartmentGrid').includes(field) || fieldsOf('Matter').includes(field);
}
