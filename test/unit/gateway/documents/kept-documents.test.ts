import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildSchema, parse, validate } from 'graphql';

import { packageRoot } from '../../../../src/config/package-root.js';
import { documentIdOf, isDocumentId } from '../../../../src/gateway/documents/document-id.js';
import { readKeptDocuments } from '../../../../src/gateway/documents/kept-documents.js';
import { limitsOfClass } from '../../../../src/gateway/limits/limit-table.js';
import { limitsRule } from '../../../../src/gateway/limits/limits-rule.js';
import { OperationCosts } from '../../../../src/gateway/limits/operation-costs.js';
import { situationQuery } from '../../../../src/web/city.js';
import { starterTabs } from '../../../../src/web/graphiql/starter-tabs.js';
import { overviewQuery } from '../../../../src/web/start/read-overview.js';

const kept = readKeptDocuments(join(packageRoot(), 'schema', 'operations'));

describe('the documents that the house keeps', () => {
  it('are valid, within the limits, and cost no more than the smaller class may ask', async () => {
    const schema = buildSchema(await readFile(join(packageRoot(), 'schema', 'all-elements.graphql'), 'utf8'));
    const costs = new OperationCosts(schema);
    for (const { name, text } of (await kept).all) {
      const document = parse(text);
      expect([name, validate(schema, document), validate(schema, document, [limitsRule])]).toEqual([name, [], []]);
      const { requested } = costs.of({ document, operationName: null, variables: {} }, 'TRUSTED');
      expect(requested).toBeLessThanOrEqual(limitsOfClass.TRUSTED.nodes);
    }
  });

  const asked: readonly (readonly [string, string])[] = [
    ['the start page', overviewQuery],
    ['every page', situationQuery],
    ...starterTabs.map(({ query }, tab) => [`starter tab ${tab + 1}`, query] as const),
  ];
  it.each(asked)('hold what %s asks', async (_page, query) => {
    expect((await kept).holds(query)).toBe(true);
  });

  it('are found by the hash of their text, and by no other word', async () => {
    const [first] = (await kept).all;
    expect([(await kept).textOf(first!.id), documentIdOf(first!.text)]).toEqual([first!.text, first!.id]);
    expect(['', 'sha256:', '../x', `sha256:${'A'.repeat(64)}`, `sha256:${'0'.repeat(64)}\n`].filter(isDocumentId)).toEqual([]);
    expect((await kept).holds('{ city { code } }')).toBe(false);
    expect((await kept).holds('{ "')).toBe(false);
  });
});
