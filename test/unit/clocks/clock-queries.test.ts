import { graphql, type GraphQLSchema } from 'graphql';

import { clockResolvers } from '../../../src/features/clocks/graphql/index.js';
import type { LimitQuery, LimitReadModel, LimitRow } from '../../../src/features/clocks/index.js';
import { assembleSchema, bindingsOf } from '../../../src/gateway/schema/assemble-schema.js';
import { PageCursors } from '../../../src/graphql/page-cursors.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { chineseCalendar } from '../../support/clocks/calendars.js';
import { aLimit, ofS } from '../../support/clocks/limits.js';

/** Three rows of limits, which remember what they were asked. */
class LimitsInMemory implements LimitReadModel {
  readonly asked: LimitQuery[] = [];
  readonly #rows: readonly LimitRow[] = [aLimit(), aLimit(ofS('06')), aLimit({ ...ofS('06010'), unit: 'URGENT_WORKING_HOURS' })].map(
    (limit, i) => ({ ...limit, uuid: `00000000-0000-4000-8000-00000000000${i}` }),
  );

  async page({ query, first, after }: Parameters<LimitReadModel['page']>[0]): ReturnType<LimitReadModel['page']> {
    this.asked.push(query);
    const rest = this.#rows.filter(({ uuid }) => after === null || uuid > after);
    return { rows: rest.slice(0, first), hasMore: rest.length > first };
  }

  async count(): Promise<number> {
    return this.#rows.length;
  }
}

let schema: GraphQLSchema;
const limits = new LimitsInMemory();
beforeAll(async () => {
  const calendars = { current: () => chineseCalendar() };
  const resolvers = clockResolvers({ calendars, limitRows: limits }, new PageCursors('a secret of thirty-two characters'));
  schema = await assembleSchema({ bindings: bindingsOf(resolvers), orphans: [] });
});

async function ask(source: string): Promise<{ readonly data: unknown; readonly codes: readonly unknown[] }> {
  const clock = { now: () => new Date('2026-11-23T00:00:00Z') };
  const contextValue = { model: { at: '2026-11-23' }, clock, principal: aPrincipal([]) };
  const { data, errors } = await graphql({ schema, source, contextValue });
  const codes = (errors ?? []).map(({ originalError }) => (originalError as { code?: string } | undefined)?.code);
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, codes };
}

describe('an analyst who counts', () => {
  test('is told working days, from a day until another, with make-up days', async () => {
    const { data } = await ask(
      '{ week: workingDays(from: "2026-02-09", to: "2026-02-16") none: workingDays(from: "2026-02-15", to: "2026-02-24") }',
    );
    expect(data).toEqual({ week: 6, none: 0 });
  });

  test('is told when a limit is over, in every unit', async () => {
    const due = (unit: string): string => `${unit.toLowerCase()}: dueAt(from: "2026-09-30T08:30:00Z", amount: 2, unit: ${unit})`;
    const { data } = await ask(
      `{ ${['CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'URGENT_WORKING_HOURS', 'URGENT_WORKING_DAYS'].map(due).join(' ')} }`,
    );
    expect(data).toEqual({
      calendar_days: '2026-10-08T16:00:00.000Z',
      working_days: '2026-10-09T16:00:00.000Z',
      working_hours: '2026-10-08T01:30:00.000Z',
      urgent_working_hours: '2026-09-30T10:30:00.000Z',
      urgent_working_days: '2026-10-02T16:00:00.000Z',
    });
  });

  test('is told which years are known, and refused what comes to another (A80)', async () => {
    const { data } = await ask('{ cityCalendar { knownYears isWorkingDay(day: "2026-10-10") } }');
    expect(data).toEqual({ cityCalendar: { knownYears: expect.arrayContaining([2025, 2026]), isWorkingDay: true } });
    expect((await ask('{ dueAt(from: "2026-12-31T00:00:00Z", amount: 3, unit: WORKING_DAYS) }')).codes).toEqual(['DATE_INVALID']);
    expect((await ask('{ dueAt(from: "2026-03-02T00:00:00Z", amount: 0, unit: WORKING_DAYS) }')).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('time limits', () => {
  const page = (terms: string): string =>
    `{ timeLimits(${terms}) { nodes { clock categoryCode amount unit validFrom } totalCount pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly timeLimits: {
      readonly nodes: readonly object[];
      readonly totalCount: number;
      readonly pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }

  test('are read page by page', async () => {
    const first = (await ask(page('first: 2'))).data as Page;
    expect(first.timeLimits).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = (await ask(page(`first: 2, after: "${first.timeLimits.pageInfo.endCursor}"`))).data as Page;
    expect(rest.timeLimits.nodes).toEqual([
      { clock: 'HANDLING', categoryCode: '06010', amount: 3, unit: 'URGENT_WORKING_HOURS', validFrom: '2026-01-01' },
    ]);
  });

  test('are asked for by what they hold for, of today unless another day is named, and never as known in the future', async () => {
    const where =
      'where: { procedure: ["common"], clock: ["HANDLING"], standard: "S", kind: "MATTER", category: ["06"], division: ["360203"] }';
    await ask(page(where));
    expect(limits.asked.at(-1)).toEqual({
      ...{ procedures: ['common'], clocks: ['HANDLING'], standard: 'S', kind: 'MATTER', categoryCodes: ['06'], divisionCodes: ['360203'] },
      ...{ at: '2026-11-23', knownAt: null },
    });
    await ask(page('at: "2025-05-05", knownAt: "2026-01-01T00:00:00Z"'));
    expect(limits.asked.at(-1)).toEqual({ at: '2025-05-05', knownAt: new Date('2026-01-01T00:00:00Z') });
    expect((await ask(page('knownAt: "2030-01-01T00:00:00Z"'))).codes).toEqual(['BAD_USER_INPUT']);
  });
});
