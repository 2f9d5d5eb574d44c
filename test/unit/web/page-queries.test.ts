import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, getVariableValues, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';

import { situationQuery } from '../../../src/web/city.js';
import { starterTabs } from '../../../src/web/graphiql/starter-tabs.js';
import { overviewQuery } from '../../../src/web/start/read-overview.js';

const schema: GraphQLSchema = buildSchema(readFileSync(join(__dirname, '../../../schema/all-elements.graphql'), 'utf8'));

const operationOf = (query: string): OperationDefinitionNode => {
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error(`Expected an operation in ${query}`);
  return operation;
};

const tabs = starterTabs.map((tab) => [operationOf(tab.query).name?.value ?? 'a tab without a name', tab] as const);

const queries: readonly (readonly [name: string, query: string])[] = [
  ['the banner', situationQuery],
  ['the start page', overviewQuery],
  ...tabs.map(([name, { query }]) => [name, query] as const),
];

describe('what our own pages ask', () => {
  it.each(queries)('%s asks only what the schema has', (_name, query) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  it.each(tabs)('%s brings variables that the schema takes', (_name, { query, variables }) => {
    const given = JSON.parse(variables) as Record<string, unknown>;

    expect(getVariableValues(schema, operationOf(query).variableDefinitions ?? [], given).errors ?? []).toEqual([]);
  });
});
