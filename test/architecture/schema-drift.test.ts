import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, type GraphQLSchema } from 'graphql';

import { currentSdl } from '../../src/cli/print-schema.js';
import { schemaWithoutSources } from '../../src/composing/city-schema.js';
import { packageRoot } from '../../src/config/package-root.js';
import { descriptionFaults } from '../support/schema/description-faults.js';

const committed = readFileSync(join(packageRoot(), 'schema', 'all-elements.graphql'), 'utf8');
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await schemaWithoutSources();
});

test('the committed SDL is what the code declares; npm run schema writes it', async () => {
  expect(await currentSdl()).toBe(committed);
});

test('the committed SDL can be read by anybody’s tools', () => {
  expect(() => buildSchema(committed)).not.toThrow();
});

test('every type, field, argument and value is described in Chinese and English', () => {
  expect(descriptionFaults(schema)).toEqual([]);
});

test('the names that outsiders rely on are all there', () => {
  const query = Object.keys(schema.getQueryType()!.getFields());
  expect(query).toEqual(
    expect.arrayContaining([
      'node',
      'nodes',
      'whoAmI',
      'departments',
      'layers',
      'division',
      'allElementsGrid',
      'allElementsGrids',
      'departmentGrid',
      'departmentGrids',
      'locate',
      'resolveIds',
      'resolveCategories',
      'organisation',
      'organisations',
      'responsibleFor',
      'elements',
      'matter',
      'matters',
    ]),
  );
  expect(Object.keys(schema.getSubscriptionType()!.getFields())).toContain('matterEvents');
});
