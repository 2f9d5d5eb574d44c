import { randomUUID } from 'node:crypto';

import { CityError } from '../../../src/kernel/city-error.js';
import type { Role } from '../../../src/kernel/principal.js';
import { roles } from '../../../src/kernel/principal.js';
import { demoToken } from '../../support/access/demo-token.js';
import { person, wordsOf } from '../../support/access/people.js';
import { type PetitionCity, petitionCity } from '../../support/access/petition-city.js';
import { testSeal } from '../../support/access/test-seal.js';
import { wholeDatabase } from '../../support/access/whole-database.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient } from '../../support/gateway/live-client.js';

const people = Array.from({ length: 24 }, (_, nth) => person(nth));
const secrets = wordsOf(people);
const found = (haystack: string): readonly string[] => secrets.filter((secret) => haystack.includes(secret));

const identity = 'name contact idNumber address';
/** Everything that a matter tells, by alias, fragment and interface. */
const curious = `fragment Curious on Matter { id localId title sealed state point sealedIdentity { ${identity} } again: sealedIdentity { n: name } about { id name } history { toState } }
  query Curious($where: MatterFilter) { matters(where: $where, first: 50) { totalCount nodes { __typename ...Curious ... on PetitionMatter { petitionForm same: sealedIdentity { ${identity} } } } } }`;
const reveal = `mutation Reveal($input: RevealSealedInput!) { answer: revealSealed(input: $input) { __typename
  ... on SealedRevealed { ${identity} idNumberCheck title text idempotentReplay } ... on Refusal { code message hint allowed } } }`;
const report = `mutation Report($input: ReportMatterInput!) { answer: reportMatter(input: $input) { __typename
  ... on MatterChanged { idempotentReplay matter { id localId department title sealed point sealedIdentity { ${identity} } } }
  ... on ReportReceived { receipt idempotentReplay } ... on Refusal { code message hint } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly receipt?: string;
  readonly idempotentReplay?: boolean;
  readonly matter?: { readonly id: string; readonly localId: string; readonly title: string };
  readonly [field: string]: unknown;
}

interface AuditRow {
  readonly kind: string;
  readonly outcome: string;
  readonly rule: string | null;
  readonly purpose: string | null;
  readonly office: string | null;
  readonly what: Readonly<Record<string, string>>;
}

describe('who petitioned', () => {
  let city: PetitionCity;
  /** Every byte that left, but for what was revealed to the office itself. */
  const left: string[] = [];
  beforeAll(async () => {
    city = await petitionCity('petitioners', [
      { localId: 'P-1', purposeCode: '03', title: `${people[0]!.name}来信`, text: people[0]!.text, sealed: true, who: people[0]! },
      { localId: 'P-2', purposeCode: '01', title: `${people[1]!.contact}来电`, text: people[1]!.text },
      { localId: 'P-3', purposeCode: '03', who: people[2]! },
      { localId: 'P-4', purposeCode: '03', title: people[3]!.text, text: people[3]!.text, state: people[3]!.name },
      { localId: 'P-5', purposeCode: '03', sealed: true, who: people[5]!, category: people[4]!.idNumber },
      { localId: 'A-1', purposeCode: '02', title: `控告${people[6]!.name}`, text: people[6]!.text, sealed: true, who: people[6]! },
      { localId: 'A-2', purposeCode: '02', title: '控告', text: people[7]!.text, category: people[7]!.name },
    ]);
  }, 240_000);
  afterAll(() => city?.stop());

  const as = async (role: Role, department: string | null = 'PETITION', divisions = ['990100']): Promise<GraphqlClient> =>
    new GraphqlClient(city.url, await demoToken(city, { role, department, divisions, subject: `${role}-${department ?? 'CITY'}` }));
  const wish = (changed: object = {}) => ({
    input: {
      idempotencyKey: randomUUID(),
      department: 'PETITION',
      localId: 'P-1',
      purpose: 'REPLY',
      document: '港信访字〔2026〕12号',
      ...changed,
    },
  });
  const sealedWords = ({ name, contact, idNumber, address, text }: (typeof people)[number]) => ({ name, contact, idNumber, address, text });
  const aReport = (who: (typeof people)[number], changed: object = {}, sealed: object = {}) => ({
    input: {
      idempotencyKey: randomUUID(),
      title: `${who.name}反映`,
      category: { standard: 'light-2020', kind: 'MATTER', code: '0101' },
      source: 'RESIDENT',
      point: { longitude: 117.012, latitude: 29.012 },
      sealed: { keeper: 'PETITION', ...sealedWords(who), ...sealed },
      ...changed,
    },
  });
  const asked = async (client: GraphqlClient, query: string, variables: object): Promise<Answer> => {
    const { data, text } = await client.ask<{ answer: Answer }>(query, { ...variables });
    if (!data) throw new Error(text);
    return data.answer;
  };
  const noted = async (client: GraphqlClient, query: string, variables: object = {}): Promise<string> => {
    const { text } = await client.ask(query, { ...variables });
    left.push(text);
    return text;
  };
  const newestLines = (count: number): Promise<readonly AuditRow[]> =>
    city.running.databases.index.sql.query<AuditRow>(
      `select * from (select id, kind, outcome, rule, purpose, office, what from audit_entry order by id desc limit $1) newest order by id`,
      [count],
    );
  const front = () => city.running.databases.fronts.get('petition')!;

  test('stands encrypted in the office’s front database, the words of every petition with it', async () => {
    const tables = await wholeDatabase(front().sql);
    expect(found(tables.get('sealed_part')!)).toEqual([]);
    expect(await front().sql.query('select local_id, text from matter_record where text is not null')).toEqual([]);
    const { parts } = testSeal('petition');
    expect(await parts.open(front().sql, { kind: 'MATTER', key: 'P-1' })).toEqual({ ...people[0], title: null });
    expect(await parts.open(front().sql, { kind: 'MATTER', key: 'P-2' })).toMatchObject({ name: null, text: people[1]!.text });
  });

  test('is masked: to its office’s handlers as 张**, to everybody else by one blank mask, and titles are made', async () => {
    const ofP = async (client: GraphqlClient) => {
      const text = await noted(client, curious, { where: { department: ['PETITION'] } });
      const { data } = JSON.parse(text) as { data: { matters: { nodes: { localId: string; title: string; sealedIdentity: unknown }[] } } };
      return new Map(data.matters.nodes.map(({ localId, title, sealedIdentity }) => [localId, { title, sealedIdentity }]));
    };
    const own = await ofP(await as('COMMUNITY_STAFF'));
    const others = await ofP(await as('ANALYST', null));
    const analysts = await ofP(await as('ANALYST'));
    expect([...own.keys()].sort()).toEqual(['P-1', 'P-2', 'P-3']);
    expect(own.get('P-1')).toEqual({
      title: '灯泡损坏（一号社区）',
      sealedIdentity: { name: '爨**', contact: '139****0000', idNumber: '360202**********00', address: '码头街道****' },
    });
    expect(own.get('P-2')).toEqual({ title: '灯泡损坏（一号社区）', sealedIdentity: null });
    const blank = { name: '***', contact: '***', idNumber: '***', address: '***' };
    expect(analysts.get('P-1')!.sealedIdentity).toEqual(blank);
    expect([others.get('P-1')!.sealedIdentity, others.get('P-2')!.sealedIdentity, others.get('P-3')!.sealedIdentity]).toEqual([
      blank,
      null,
      blank,
    ]);
  });

  test('A61: is revealed to the office for a purpose, after the audit log has its line, and a wrong identity number is told to be one', async () => {
    const handler = await as('DEPARTMENT_HANDLER');
    const input = wish();
    expect(await asked(handler, reveal, input)).toEqual({
      __typename: 'SealedRevealed',
      ...people[0],
      idNumberCheck: 'WRONG_CHECK_CHARACTER',
      title: null,
      idempotentReplay: false,
    });
    const [line] = await newestLines(1);
    expect(line).toMatchObject({
      kind: 'READ',
      outcome: 'DONE',
      rule: 'sealed:own-office',
      purpose: 'REPLY',
      office: 'PETITION',
      what: { matter: expect.any(String), document: '港信访字〔2026〕12号' },
    });
    expect(await asked(handler, reveal, input)).toMatchObject({ __typename: 'SealedRevealed', idempotentReplay: true });
    expect((await newestLines(2)).map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['READ', 'DONE'],
      ['READ', 'DONE'],
    ]);
    expect(await asked(handler, reveal, { input: { ...input.input, localId: 'P-3' } })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  describe('A55: a reveal', () => {
    test.each([undefined, '', '看看', people[0]!.name])(
      'without a purpose of the list (%j) is refused and audited, even to the office',
      async (purpose) => {
        const answer = await asked(await as('DEPARTMENT_HANDLER'), reveal, wish({ purpose }));
        left.push(JSON.stringify(answer));
        expect(answer).toMatchObject({
          __typename: 'PurposeRequired',
          code: 'PURPOSE_REQUIRED',
          allowed: expect.arrayContaining(['REPLY']),
        });
        expect((await newestLines(1))[0]).toMatchObject({
          kind: 'REFUSAL',
          outcome: 'REFUSED',
          rule: 'sealed:purpose-required',
          purpose: null,
        });
      },
    );

    test.each([
      ['another office', 'DEPARTMENT_HANDLER', 'LIGHTHOUSE', 'sealed:other-office', 'NotFound'],
      ['the city', 'GRID_OFFICE', null, 'sealed:other-office', 'Forbidden'],
      ['a supervisor of the city', 'SUPERVISOR', null, 'sealed:other-office', 'Forbidden'],
      ['somebody of the office whose role may not', 'COMMUNITY_STAFF', 'PETITION', 'role:COMMUNITY_STAFF', 'Forbidden'],
      ['an administrator', 'SECURITY_ADMINISTRATOR', null, 'sealed:other-office', 'NotFound'],
    ] as const)('by %s is refused and audited', async (_, role, department, rule, refusal) => {
      const client = await as(role, department);
      const answer = await asked(client, reveal, wish());
      expect(answer.__typename).toBe(refusal);
      expect((await newestLines(1))[0]).toMatchObject({ kind: 'REFUSAL', outcome: 'REFUSED', rule, office: 'PETITION' });
      for (const localId of ['A-1', 'X-9']) expect((await asked(client, reveal, wish({ localId }))).__typename).toBe('NotFound');
    });

    test('of what lies outside the caller’s divisions is answered as of an unknown id, accusations too', async () => {
      const outside = await as('DEPARTMENT_HANDLER', 'PETITION', ['990101001002']);
      const answers = await Promise.all(['P-1', 'A-1', 'X-9'].map((localId) => asked(outside, reveal, wish({ localId }))));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ __typename: 'NotFound' });
    });

    test('is refused a document that is no number, without a word of it', async () => {
      const answer = await asked(await as('DEPARTMENT_HANDLER'), reveal, wish({ document: people[8]!.text }));
      left.push(JSON.stringify(answer));
      expect(answer).toMatchObject({ __typename: 'BadInput' });
    });

    test('over WebSocket is refused: only subscriptions go there', async () => {
      const token = await demoToken(city, { role: 'DEPARTMENT_HANDLER', department: 'PETITION' });
      const client = liveClient(city.url, token);
      const outcome = await (async () => (await client.iterate({ query: reveal, variables: wish() }).next()).value as unknown)().catch(
        (thrown: unknown) => thrown,
      );
      expect(JSON.stringify(outcome)).not.toContain('SealedRevealed');
      expect(found(JSON.stringify(outcome) ?? '')).toEqual([]);
      await client.dispose();
    });

    test('of an accusation is for the office alone, and its line names nothing but an opaque id', async () => {
      expect(await asked(await as('DEPARTMENT_HANDLER'), reveal, wish({ localId: 'A-1' }))).toMatchObject({
        __typename: 'SealedRevealed',
        name: people[6]!.name,
      });
      const [line] = await newestLines(1);
      expect(Object.keys(line!.what).sort()).toEqual(['document', 'record']);
      expect(line!.what['record']).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('reads nothing where the audit log cannot be written', async () => {
      const { sql } = city.running.databases.index;
      await sql.query('alter table audit_entry rename to audit_entry_away');
      try {
        const client = await as('DEPARTMENT_HANDLER');
        const { text, errors } = await client.ask(reveal, wish());
        left.push(text);
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
        expect(found(text)).toEqual([]);
      } finally {
        await sql.query('alter table audit_entry_away rename to audit_entry');
      }
    });

    test('that fails at the front database leaves a second line', async () => {
      await front().sql.query('alter table sealed_part rename to sealed_part_away');
      try {
        const { text } = await (await as('DEPARTMENT_HANDLER')).ask(reveal, wish());
        left.push(text);
      } finally {
        await front().sql.query('alter table sealed_part_away rename to sealed_part');
      }
      expect((await newestLines(2)).map(({ kind, outcome }) => [kind, outcome])).toEqual([
        ['READ', 'DONE'],
        ['READ', 'FAILED'],
      ]);
    });
  });

  describe('a report with sealed words', () => {
    test('becomes a matter of its keeper under a made title, without point, once for its key', async () => {
      const reporter = await as('HOTLINE', null);
      const input = aReport(people[10]!);
      const first = await asked(reporter, report, input);
      left.push(JSON.stringify(first));
      expect(first).toMatchObject({
        __typename: 'MatterChanged',
        idempotentReplay: false,
        matter: { department: 'PETITION', title: '灯泡损坏（一号社区）', sealed: true, point: null },
      });
      expect(await asked(reporter, report, input)).toEqual({ ...first, idempotentReplay: true });
      const changed = { input: { ...input.input, sealed: { ...input.input.sealed, name: people[11]!.name } } };
      expect(await asked(reporter, report, changed)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      const parts = await front().sql.query(`select state from sealed_part where record_kind = 'REPORT' and record_key = $1`, [
        (
          await city.running.databases.index.sql.query<{ id: string }>('select id from matter where local_id = $1', [first.matter!.localId])
        )[0]!.id,
      ]);
      expect(parts).toEqual([{ state: 'KEPT' }]);
      const revealed = await asked(await as('DEPARTMENT_HANDLER'), reveal, wish({ localId: first.matter!.localId }));
      expect(revealed).toMatchObject({ ...people[10], title: `${people[10]!.name}反映` });
    });

    test('that accuses leaves a receipt, and in the index nothing but a line of the audit log', async () => {
      const { sql } = city.running.databases.index;
      const counted = async () =>
        sql.query(`select (select count(*) from matter) as matters, (select count(*) from idempotency_key) as keys, (select last_value from matter_serial) as serial,
          (select count(*) from event_log where topic <> 'department')
          + (select count(*) from event_inbox where topic <> 'department') as events`);
      const reporter = await as('HOTLINE', null);
      const input = aReport(people[12]!, {}, { accusation: true });
      const before = await counted();
      const first = await asked(reporter, report, input);
      left.push(JSON.stringify(first));
      expect(first).toMatchObject({ __typename: 'ReportReceived', idempotentReplay: false });
      expect((await newestLines(1))[0]).toMatchObject({
        outcome: 'DONE',
        office: 'PETITION',
        what: { record: expect.not.stringContaining(first.receipt!) },
      });
      expect(await asked(reporter, report, input)).toEqual({ ...first, idempotentReplay: true });
      expect(
        await asked(reporter, report, aReport(people[13]!, { idempotencyKey: input.input.idempotencyKey }, { accusation: true })),
      ).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await counted()).toEqual(before);
      const whole = [...(await wholeDatabase(sql)).values()].join('\n');
      expect(whole).not.toContain(first.receipt!);
      expect(await asked(await as('DEPARTMENT_HANDLER'), reveal, wish({ localId: first.receipt }))).toMatchObject({ ...people[12] });
      expect((await asked(reporter, reveal, wish({ localId: first.receipt }))).__typename).toBe('NotFound');
    });

    test('whose keeper’s database is away is refused as such, and nothing is written anywhere', async () => {
      const { sql } = city.running.databases.index;
      const state = async () =>
        sql.query(
          'select (select count(*) from matter) as matters, (select count(*) from idempotency_key) as keys, (select count(*) from audit_entry) as lines',
        );
      const before = await state();
      const office = front().sql as { query: unknown };
      const query = office.query;
      const { transaction } = front();
      const away = Object.assign(front(), { transaction: () => Promise.reject(unavailable()) });
      office.query = () => Promise.reject(unavailable());
      try {
        for (const accusation of [false, true]) {
          const answer = await asked(await as('HOTLINE', null), report, aReport(people[14]!, {}, { accusation }));
          left.push(JSON.stringify(answer));
          expect(answer).toMatchObject({ __typename: 'SourceUnavailable', code: 'SOURCE_UNAVAILABLE' });
        }
      } finally {
        Object.assign(away, { transaction });
        office.query = query;
      }
      expect(await state()).toEqual(before);
    });

    test.each([
      ['a name of another type', { name: 42 }],
      ['a text too long', { text: '字'.repeat(20_001) }],
      ['an accusation before an office that takes none', { keeper: 'LIGHTHOUSE', accusation: true }],
      ['nothing sealed', { name: null, contact: null, idNumber: null, address: null, text: null }],
      ['an unknown member', { nickname: 'x' }],
    ])('is refused with %s, without a word of it', async (_, sealed) => {
      const text = await noted(await as('HOTLINE', null), report, aReport(people[15]!, {}, sealed));
      expect(text).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
    });

    test('whose matter never came into being is swept, and one whose matter did is kept', async () => {
      const { parts } = testSeal('petition');
      const long = new Date(Date.now() - 3_600_000);
      const matter = await city.running.databases.index.sql.query<{ id: string }>('select id from matter limit 1');
      const put = (key: string, at: Date) =>
        parts.propose(
          front().sql,
          { record: { kind: 'REPORT', key }, part: { ...people[16]!, title: null }, input: null, state: 'PENDING' },
          at,
        );
      const [orphan, held, fresh] = [randomUUID(), matter[0]!.id, randomUUID()];
      await put(orphan, long);
      await put(held, long);
      await put(fresh, new Date());
      await city.running.sealedSweeper.sweep();
      const states = await front().sql.query<{ key: string; state: string }>(
        `select record_key as key, state from sealed_part where record_key = any($1::text[])`,
        [[orphan, held, fresh]],
      );
      expect(new Map(states.map(({ key, state }) => [key, state]))).toEqual(
        new Map([
          [held, 'KEPT'],
          [fresh, 'PENDING'],
        ]),
      );
    });
  });

  describe('A54: of names, numbers, addresses and texts, whoever asks and however, nothing leaves', () => {
    test('in the answers and errors to every role of every office', async () => {
      for (const department of [null, 'PETITION'] as const) {
        for (const role of roles) {
          const client = await as(role, department);
          await noted(client, curious);
          await noted(
            client,
            '{ intakeRuns { department pack rowsRead rowsAccepted rowsQuarantined findings { message } repairs { localId } } }',
          );
          await noted(client, 'query ($n: String!) { matters(where: { titleContains: $n }) { totalCount nodes { title } } }', {
            n: people[0]!.name.slice(0, 2),
          });
          await noted(
            client,
            '{ a: matter(department: PETITION, localId: "A-1") { title } b: matter(department: PETITION, localId: "P-1") { title sealedIdentity { name } text } }',
          );
          await noted(client, '{ departments { department counts { matters } } }');
        }
      }
      expect(left.flatMap(found)).toEqual([]);
      expect(left.length).toBeGreaterThan(150);
    }, 120_000);

    test('over WebSocket, of a report that is made while one listens', async () => {
      const client = liveClient(city.url, await demoToken(city, { role: 'DEPARTMENT_HANDLER', department: 'PETITION' }));
      const events = client.iterate<{ matterEvents: { __typename: string } }>({
        query: `subscription { matterEvents { __typename ... on MatterEvent { position matter { ...C } } ... on Heartbeat { cursor } } }
          fragment C on Matter { id title point sealed sealedIdentity { ${identity} } other: sealedIdentity { name } }`,
      });
      await events.next();
      await asked(await as('HOTLINE', null), report, aReport(people[17]!, {}, { accusation: true }));
      await asked(await as('HOTLINE', null), report, aReport(people[18]!));
      for (;;) {
        const { value } = await events.next();
        const text = JSON.stringify(value);
        left.push(text);
        if (text.includes('MatterEvent')) break;
      }
      expect(left.flatMap(found)).toEqual([]);
      expect(left.at(-1)).toContain('"sealed":true');
      await client.dispose();
    });

    test('in any table of the city index, its events, keys and audit log among them', async () => {
      const tables = await wholeDatabase(city.running.databases.index.sql);
      expect(tables.size).toBeGreaterThan(30);
      expect(tables.get('audit_entry')!.length).toBeGreaterThan(1_000);
      for (const [table, text] of tables) expect([table, found(text)]).toEqual([table, []]);
    });

    test('in the log of the platform, though much of it failed', () => {
      expect(city.logged()).toContain('sealed_part');
      expect(found(city.logged())).toEqual([]);
    });
  });
});

function unavailable(): CityError {
  return new CityError({ code: 'UNAVAILABLE', fault: 'ours', message: 'away' });
}
