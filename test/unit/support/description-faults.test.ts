import { buildSchema } from 'graphql';

import { descriptionFaults } from '../../support/schema/description-faults.js';

const schemaWith = (description: string): string => `
  "一种网格。A kind of grid." type Grid {
    "${description}" name("编号。The id." id: ID): String
  }
  "种类。A kind." enum Kind { "甲。The first." A }
  "条件。A condition." input Where { "种类。The kind." kind: Kind = A }
  type Query { "网格。The grid." grid("条件。The condition." where: Where): Grid }`;

describe('the check of descriptions', () => {
  test.each([
    '名称。The name.',
    '边界（MultiPolygon），EPSG:4326。A boundary, such as 1.5 m wide, e.g. a wall.',
    '甲、乙。“Quoted” words.',
  ])('accepts %j', (text) => {
    expect(descriptionFaults(buildSchema(schemaWith(text)))).toEqual([]);
  });

  test.each([
    '',
    'The name.',
    '名称。',
    '名称。The name',
    '名称 The name.',
    'The name. 名称。',
    '名称。the name.',
    '名称。又名。The name.',
    '名称。The name 名.',
    '名称。 The name.',
  ])('refuses %j', (text) => {
    expect(descriptionFaults(buildSchema(schemaWith(text)))).toEqual([`Grid.name: ${text}`]);
  });

  test('names every part that says nothing', () => {
    const bare =
      'type Grid { name(id: ID): String } enum Kind { A } input Where { kind: Kind } scalar Date union One = Grid type Query { one(where: Where): One date: Date }';
    expect(
      descriptionFaults(buildSchema(bare))
        .map((fault) => fault.replace(': (nothing)', ''))
        .sort(),
    ).toEqual([
      'Date',
      'Grid',
      'Grid.name',
      'Grid.name(id:)',
      'Kind',
      'Kind.A',
      'One',
      'Query.date',
      'Query.one',
      'Query.one(where:)',
      'Where',
      'Where.kind',
    ]);
  });
});
