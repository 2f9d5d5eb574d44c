import fc from 'fast-check';
import { GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';

import { CompiledOperations } from '../../../src/gateway/compiled-operations.js';
import { conditionalReadsOf } from '../../../src/graphql/conditional-reads.js';
import { perRequest } from '../../../src/graphql/per-request-loader.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { noteReads } from '../../../src/kernel/conditional-reads.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { seededAsync } from '../../support/geometry/seeded.js';

const runs = process.env['SCALE'] === 'full' ? 10_000 : 1_000;
const offices = ['RED', 'BLUE', 'GREEN'] as const;

/** A request of an office that reads its own rows, on condition that it leaves a line. */
function requestOf(office: string): RequestContext {
  const scope = aScope({ readings: readingsOf([office], [office]) });
  const asked = { purpose: null, clock: systemClock, requestId: office, language: 'en', model: null } as const;
  return { principal: aPrincipal([], { department: office }), scope, scopeNow: () => scope, ...asked };
}

/** Rows of the caller's own office, read through a loader that every request shares by name; each batch comes when the schedule says. */
function rowsBy(schedule: fc.Scheduler) {
  return perRequest<string, string>('rowById', async (ids, { scope, principal }) => {
    await schedule.schedule(Promise.resolve());
    const department = principal.department!;
    noteReads(
      scope,
      'MATTERS',
      ids.map((uuid) => ({ department, uuid })),
    );
    return ids.map((id) => `${department} ${id} ${scope.key}`);
  });
}

const asks = fc.array(
  fc.record({ office: fc.constantFrom(...offices), ids: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }) }),
  {
    minLength: 2,
    maxLength: 6,
  },
);

describe('A53: two principals who ask at the same time', () => {
  test('never meet each other’s rows in a loader, in whatever order the batches come back', async () => {
    await seededAsync(
      fc.asyncProperty(asks, fc.scheduler(), async (asked, schedule) => {
        const rows = rowsBy(schedule);
        const requests = new Map(offices.map((office) => [office, requestOf(office)]));
        const answers = asked.map(({ office, ids }) => rows(requests.get(office)!).loadMany(ids));
        const came = await schedule.waitFor(Promise.all(answers));
        for (const [nth, { office, ids }] of asked.entries()) {
          const { key } = requests.get(office)!.scope;
          expect(came[nth]).toEqual(ids.map((id) => `${office} ${id} ${key}`));
        }
      }),
      runs,
    );
  }, 60_000);

  test('share a compiled document and nothing of its answers', async () => {
    const document = parse('query Rows($ids: [String]) { rows(ids: $ids) }');
    await seededAsync(
      fc.asyncProperty(asks, fc.scheduler(), async (asked, schedule) => {
        const rows = rowsBy(schedule);
        const Query = new GraphQLObjectType<unknown, RequestContext>({
          name: 'Query',
          fields: {
            rows: {
              type: new GraphQLList(GraphQLString),
              args: { ids: { type: new GraphQLList(GraphQLString) } },
              resolve: (_root, { ids }: { ids: string[] }, context) => rows(context).loadMany(ids),
            },
          },
        });
        const operations = new CompiledOperations(new GraphQLSchema({ query: Query }));
        const requests = asked.map(({ office }) => requestOf(office));
        const answers = asked.map(({ ids }, nth) =>
          operations.execute({ document, operationName: 'Rows', variables: { ids }, context: requests[nth] }),
        );
        const came = await schedule.waitFor(Promise.all(answers));
        for (const [nth, { office, ids }] of asked.entries()) {
          const { key } = requests[nth]!.scope;
          expect(came[nth]!.data).toEqual({ rows: ids.map((id) => `${office} ${id} ${key}`) });
          expect(conditionalReadsOf(requests[nth]!)).toEqual([{ dataClass: 'MATTERS', owner: office, ids }]);
        }
      }),
      runs / 5,
    );
  }, 60_000);
});
