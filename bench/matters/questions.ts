import type { Client } from 'pg';

import { type Division, DivisionTree } from '../../src/features/divisions/index.js';
import type { MatterOrdering } from '../../src/features/matters/matter-query.js';
import { MatterReader } from '../../src/features/matters/storage/reading/matter-reader.js';
import { matterSight } from '../../src/features/matters/storage/reading/matter-sight.js';
import { FunnelBook } from '../../src/features/statistics/funnel/loop-funnel.js';
import { DueReader } from '../../src/features/statistics/storage/due-reader.js';
import { FlowReader } from '../../src/features/statistics/storage/flow-reader.js';
import { everything } from '../../src/kernel/everything.js';
import type { Sql } from '../../src/kernel/sql.js';
import { communityCodes, lastDay, townshipCode, townships } from './generated-matters.js';

/** One question, as the platform asks it and as somebody writes it by hand who knows these tables and nothing else. */
export interface Question {
  readonly name: string;
  /** Both answer what tells their answers apart: ids in order, or counts by stage. */
  readonly ours: () => Promise<readonly string[]>;
  readonly byHand: () => Promise<readonly string[]>;
  /** What the time for ten times as many matters may be, as a multiple. */
  readonly most: number;
}

const township = 7;
const codes = [townshipCode(township), ...communityCodes(township)];
const newest: MatterOrdering = { by: 'REPORTED_AT', descending: true };
const first = 20;
const now = new Date(`${lastDay}T00:00:00+08:00`);
const year = { from: '2025-12-01', to: '2026-11-01' };

/** The questions of the bench; `deep` is where the deep page begins. */
export async function questionsOn(client: Client): Promise<readonly Question[]> {
  const sql: Sql = { query: async (text, values = []) => (await client.query(text, [...values])).rows as never };
  const ids = async (text: string, values: readonly unknown[]): Promise<readonly string[]> =>
    (await client.query<{ id: string }>(text, [...values])).rows.map(({ id }) => id);
  const matters = new MatterReader(sql, new Map());
  const due = new DueReader({ sql, sight: matterSight });
  const funnels = new FunnelBook(new FlowReader({ sql, sight: matterSight, timeZone: () => 'Asia/Shanghai' }));
  const query = { divisionCodes: codes, isOpen: true };
  const page = async (after: { readonly value: number; readonly uuid: string } | null): Promise<readonly string[]> =>
    (await matters.page(everything, { query, ordering: newest, first, after })).matters.map(({ uuid }) => uuid);
  const { rows } = await client.query<{ id: string; reported_at: Date }>(
    `select id, reported_at from matter where township_code = $1 and closed_at is null order by reported_at desc, id desc offset 200 limit 1`,
    [townshipCode(township)],
  );
  const deep = rows[0]!;
  const openOfTownship = 'select id from matter where township_code = $1 and closed_at is null';
  const funnel = async (asked: object): Promise<readonly string[]> =>
    (await funnels.funnel(everything, { query: asked, period: year, divisions: generatedDivisions, askedBy: null })).stages.flatMap(
      ({ stage, entered, left }) => (entered + left > 0 ? [`${stage} ${entered} ${left}`] : []),
    );
  return [
    {
      ...{ name: 'newest open matters of a township, page 1', most: 1.2 },
      ours: () => page(null),
      byHand: () => ids(`${openOfTownship} order by reported_at desc, id desc limit ${first}`, [townshipCode(township)]),
    },
    {
      ...{ name: 'the same, after the 200th', most: 1.2 },
      ours: () => page({ value: deep.reported_at.getTime(), uuid: deep.id }),
      byHand: () =>
        ids(`${openOfTownship} and (reported_at, id) < ($2, $3) order by reported_at desc, id desc limit ${first}`, [
          ...[townshipCode(township), deep.reported_at, deep.id],
        ]),
    },
    {
      ...{ name: 'due board, page 1', most: 1.2 },
      ours: async () => (await due.page(everything, { query: {}, now, first, after: null })).slice(0, first).map(({ uuid }) => uuid),
      byHand: () =>
        ids(
          `select id from matter where closed_at is null and due_at is not null and $1 >= due_at - greatest((due_at - reported_at) * 0.2, interval '2 hours')
            order by due_at, id limit ${first}`,
          [now],
        ),
    },
    { ...{ name: 'funnel of the city, 11 months', most: 3 }, ours: () => funnel({}), byHand: () => flowByHand(client, `grain = 'DAY'`) },
    {
      ...{ name: 'funnel of a township, 11 months', most: 3 },
      ours: () => funnel({ divisionCodes: codes }),
      byHand: () => flowByHand(client, `grain = 'TOWNSHIP_MONTH' and township_code = '${townshipCode(township)}'`),
    },
  ];
}

/** The sums alone, as somebody would read them who trusts that all is folded. */
async function flowByHand(client: Client, condition: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ stage: string; entered: string; left: string }>(
    `select stage, sum(n) filter (where bucket < 0) as entered, coalesce(sum(n) filter (where bucket >= 0), 0) as left
       from matter_flow where ${condition} and day >= $1 and day < $2 group by stage`,
    [year.from, year.to],
  );
  const order = ['REPORTED', 'DISPATCHED', 'ACCEPTED', 'HANDLING', 'VERIFICATION', 'CLOSED'];
  return rows
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
    .map(({ stage, entered, left }) => `${stage} ${entered} ${left}`);
}

const division = (code: string, level: Division['level'], parentCode: string | null): Division => ({
  ...{ code, level, parentCode, name: code, kind: 'X', validFrom: '2000-01-01', validTo: null },
});

const generatedDivisions = new DivisionTree([
  division('city', 'CITY', null),
  ...[0, 1, 2, 3].map((nth) => division(`k${nth}`, 'COUNTY', 'city')),
  ...Array.from({ length: townships }, (_, nth) => division(townshipCode(nth), 'TOWNSHIP', `k${nth % 4}`)),
  ...Array.from({ length: townships }, (_, nth) =>
    communityCodes(nth).map((code) => division(code, 'COMMUNITY', townshipCode(nth))),
  ).flat(),
]);
