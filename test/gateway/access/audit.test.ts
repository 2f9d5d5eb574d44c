import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { demoToken } from '../../support/access/demo-token.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient, type Variables } from '../../support/gateway/graphql-client.js';
import { liveQuery } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

type Role = NonNullable<Parameters<typeof demoToken>[1]>['role'];

interface Line {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly act: string;
  readonly what: string;
  readonly rule: string | null;
  readonly document: string | null;
  readonly seq: number | null;
}
interface Lines {
  readonly lines: {
    readonly totalCount: number;
    readonly nodes: readonly Line[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
}

const purpose = '联合调解';
const line = 'id subject kind act what role department office outcome purpose rule document chain seq';
const page = `totalCount nodes { ${line} } pageInfo { endCursor }`;
const whoSaw = `query Asked($id: ID!) { lines: whoSaw(id: $id) { ${page} } }`;
const auditTrail = `query Trail($where: AuditTrailFilter, $first: Int, $after: Cursor) { lines: auditTrail(where: $where, first: $first, after: $after) { ${page} } }`;
const readMatters = 'query ReadMatters { matters(first: 5) { nodes { id title } } }';
const share =
  'mutation ($input: ShareDataInput!) { answer: shareData(input: $input) { __typename ... on SharingChanged { grant { id } } ... on Refusal { message } } }';
const report =
  'mutation ($input: ReportMatterInput!) { answer: reportMatter(input: $input) { __typename ... on MatterChanged { matter { id } } ... on Refusal { message } } }';

describe('the audit log of a served city', () => {
  let city: ServedCity;
  let auditor: GraphqlClient;
  let matter: string;

  const tokenOf = (role: Role, department: string | null): Promise<string> =>
    demoToken(city.platform, { role: role!, department, subject: `${role}-${department}` });
  const as = async (role: Role, department: string | null): Promise<GraphqlClient> =>
    new GraphqlClient(city.platform.url, await tokenOf(role, department));
  const sql = () => city.platform.running.databases.index.sql;
  const trail = async (asked: Variables = {}): Promise<Lines['lines']> =>
    (await auditor.data<Lines>(auditTrail, { first: 50, ...asked })).lines;
  const orchardReads = async () =>
    (await as('DEPARTMENT_HANDLER', 'ORCHARD')).ask(readMatters, {}, { 'x-purpose': encodeURIComponent(purpose) });

  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    auditor = await as('AUDITOR', null);
    const office = await as('GRID_OFFICE', null);
    const { organisations, categories } = await office.data<{
      organisations: { nodes: { code: string }[] };
      categories: { standard: string; kind: string; code: string }[];
    }>('{ organisations(first: 1) { nodes { code } } categories { standard kind code } }');
    const said = { document: '共享〔2026〕1号', organisation: organisations.nodes[0]!.code, role: '数据管理员' };
    const grant = {
      from: 'CITY',
      to: 'ORCHARD',
      dataClass: 'MATTERS',
      attribute: 'CONDITIONAL',
      purposes: [purpose],
      validFrom: '2026-01-01',
    };
    const shared = await office.data<{ answer: { __typename: string } }>(share, {
      input: { idempotencyKey: randomUUID(), ...grant, ...said },
    });
    expect(shared.answer).toMatchObject({ __typename: 'SharingChanged' });
    matter = await reported(categories[0]!);
  }, 120_000);
  afterAll(() => city?.stop());

  async function reported(category: object): Promise<string> {
    const input = { idempotencyKey: randomUUID(), title: '楼道堆放杂物', category, grid: '990101001001001' };
    const { answer } = await (await as('TOWNSHIP_DISPATCHER', null)).data<{ answer: { matter?: { id: string } } }>(report, { input });
    expect(answer).toMatchObject({ __typename: 'MatterChanged' });
    return answer.matter!.id;
  }

  test('names every answer that read the record under a conditional grant, and every change of it, to auditors', async () => {
    const { errors, text } = await orchardReads();
    expect([errors, text.includes(matter)]).toEqual([[], true]);

    const { nodes } = (await auditor.data<Lines>(whoSaw, { id: matter })).lines;
    expect(nodes).toMatchObject([
      {
        ...{
          kind: 'READ',
          act: 'read',
          subject: 'DEPARTMENT_HANDLER-ORCHARD',
          role: 'DEPARTMENT_HANDLER',
          department: 'ORCHARD',
          office: 'CITY',
        },
        ...{ outcome: 'DONE', purpose, rule: expect.stringMatching(/^grant:[0-9a-f-]{36}$/), document: 'ReadMatters' },
      },
      { kind: 'ACT', act: 'reportMatter', subject: 'TOWNSHIP_DISPATCHER-null' },
    ]);
    await eventually('the reading is chained', async () => (await trail({ where: { act: 'read' } })).nodes[0]!.seq === 1);
  });

  test('leaves no line where nothing was read on condition', async () => {
    const before = (await trail({ where: { act: 'read' } })).totalCount;
    await (await as('TOWNSHIP_DISPATCHER', null)).data(readMatters);
    await (await as('DEPARTMENT_HANDLER', 'ORCHARD')).data(readMatters);

    expect((await trail({ where: { act: 'read' } })).totalCount).toBe(before);
  });

  test('names what a live stream gave away, before it is given', async () => {
    class WithPurpose extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { 'x-purpose': encodeURIComponent(purpose) } });
      }
    }
    const token = await tokenOf('GOVERNANCE_CENTRE', 'ORCHARD');
    const url = `${city.platform.url.replace('http', 'ws')}/graphql`;
    const client = createClient({
      url,
      webSocketImpl: WithPurpose,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const stream = client.iterate<{ matterEvents: { __typename: string; matter?: { id: string } } }>({ query: liveQuery });
    const event = (async () => {
      for (;;) {
        const answer = await stream.next();
        if (answer.done) throw new Error('The stream ended.');
        const told = answer.value.data?.matterEvents;
        if (told?.matter) return told.matter.id;
      }
    })();
    const { categories } = await city.client.data<{ categories: { standard: string; kind: string; code: string }[] }>(
      '{ categories { standard kind code } }',
    );
    await eventually('the stream runs', async () => {
      await reported(categories[0]!);
      return Promise.race([event.then(() => true), pause(300, false)]);
    });
    const given = await event;
    const { nodes } = (await auditor.data<Lines>(whoSaw, { id: given })).lines;
    await client.dispose();

    expect(nodes.find(({ kind }) => kind === 'READ')).toMatchObject({ subject: 'GOVERNANCE_CENTRE-ORCHARD', document: 'Live' });
  });

  test('A84: opens to auditors alone, page by page, and their reading is a line of it', async () => {
    const handler = await as('GRID_OFFICE', null);
    expect(await handler.code(auditTrail, {})).toBe('FORBIDDEN');
    expect(await handler.code(whoSaw, { id: matter })).toBe('FORBIDDEN');

    const first = await trail({ first: 2 });
    const next = await trail({ first: 2, after: first.pageInfo.endCursor });
    expect(first.nodes[0]).toMatchObject({ act: 'auditTrail', subject: 'AUDITOR-null', rule: 'role:AUDITOR' });
    expect(new Set([...first.nodes, ...next.nodes].map(({ id }) => id)).size).toBe(4);
  });

  test('a flood of refusals leaves two lines a minute at most for each caller and code', async () => {
    const intruder = await as('SCREEN', 'LIGHTHOUSE');
    for (let n = 0; n < 25; n++) await intruder.ask(whoSaw, { id: matter });
    const stranger = new GraphqlClient(city.platform.url, 'no.such.token');
    for (let n = 0; n < 25; n++) await stranger.ask('{ __typename }');
    const counted = async (subject: string) => {
      const rows = await sql().query<{ code: string; count: number }>(
        `select what ->> 'code' as code, (what ->> 'count')::int as count from audit_entry where kind = 'REFUSAL' and subject = $1`,
        [subject],
      );
      return {
        codes: [...new Set(rows.map(({ code }) => code))],
        lines: rows.length,
        count: rows.reduce((sum, { count }) => sum + count, 0),
      };
    };
    await eventually(
      'the first of each is written',
      async () => (await counted('anonymous')).lines > 0 && (await counted('SCREEN-LIGHTHOUSE')).lines > 0,
    );
    await city.platform.running.answerAudit.settle();

    expect(await counted('anonymous')).toMatchObject({ codes: ['UNAUTHENTICATED'], count: 25 });
    expect((await counted('anonymous')).lines).toBeLessThanOrEqual(4);
    expect(await counted('SCREEN-LIGHTHOUSE')).toMatchObject({ count: 25 });
    expect((await counted('SCREEN-LIGHTHOUSE')).lines).toBeLessThanOrEqual(4);
  });

  test('while the log is away an answer says so, and its line is written when the log is back', async () => {
    const before = (await trail({ where: { act: 'read' } })).totalCount;
    await sql().query('alter table audit_unchained rename to audit_unchained_away');
    const { text } = await orchardReads();
    const refused = await auditor.code(auditTrail, {});
    await sql().query('alter table audit_unchained_away rename to audit_unchained');

    expect(JSON.parse(text)).toMatchObject({ data: { matters: {} }, extensions: { audit: 'DELAYED' } });
    expect(refused).toBe('UNAVAILABLE');
    await eventually('the line is written', async () => {
      const [row] = await sql().query<{ count: number }>(`select count(*)::int as count from audit_entry where act = 'read'`);
      return row!.count === before + 1;
    });
  });

  test('/readyz tells how much waits to be chained', async () => {
    await eventually('nothing waits', async () => {
      const { figures } = (await (await fetch(`${city.platform.url}/readyz`)).json()) as { figures: Readonly<Record<string, number>> };
      return figures['audit-unchained'] === 0 && figures['audit-unchained-oldest-ms'] === 0;
    });
  });
});
