import { testSeal } from '../support/access/test-seal.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { liveClient, read } from '../support/gateway/live-client.js';
import { statementsOf } from '../support/gateway/statements-of.js';
import { type WalkedPage, walkPages } from '../support/gateway/walk-connection.js';
import { startTestPlatform, type TestPlatform } from '../support/platform.js';

interface Accusation {
  readonly local_id: string;
  readonly title: string;
  readonly text: string;
}

/** Everything that a matter tells, as curious as a client can be. */
const everything = `__typename id localId title state officeState source sealed reportedAt dueAt closedAt light point version category { standard kind code nameZh }
  keeper { name code } assignments { role since until organisation { name } } history { version fromState toState occurredAt organisation { name } } about { id name } grid { code name }
  departmentGrid(department: PETITION) { localId name } ... on PetitionMatter { petitionForm purposeCode route }`;

describe('accusations never leave the petition office, nor does it show that there are any', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let accusations: readonly Accusation[];
  let petitions: number;
  beforeAll(async () => {
    platform = await startTestPlatform();
    client = new GraphqlClient(platform.url);
    const { sql } = platform.running.databases.fronts.get('petition')!;
    const rows = await sql.query<Omit<Accusation, 'text'>>('select local_id, title from matter_record where stays_home');
    const { parts } = testSeal('petition');
    const opened = await Promise.all(rows.map(({ local_id: key }) => parts.open(sql, { kind: 'MATTER', key })));
    accusations = rows.map((row, place) => ({ ...row, text: opened[place]!.text! }));
    const [row] = await sql.query<{ open: number }>('select count(*)::int as open from matter_record where not stays_home');
    petitions = row!.open;
  }, 600_000);
  afterAll(() => platform.stop());

  /** What must be found nowhere: ids and texts whole, and titles, which name place and form. */
  const secrets = (): readonly string[] =>
    [...new Set(accusations.flatMap(({ local_id, title, text }) => [local_id, title, text]))].filter((secret) => secret.length > 3);
  const found = (haystack: string): readonly string[] => secrets().filter((secret) => haystack.includes(secret));

  /** The rows of a table of the index in whose columns one of the texts occurs. */
  const rowsWith = (table: string, columns: readonly string[], texts: readonly string[]) => {
    // One pattern for all of them, so that each row is read once.
    const pattern = texts.map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')).join('|');
    const rows = `select concat_ws(e'\\n', ${columns.join(', ')}) as whole from "${table}"`;
    return platform.running.databases.index.sql.query<{ whole: string }>(`select whole from (${rows}) row where whole ~ $1`, [pattern]);
  };

  test('the register holds some, with ids, titles and texts to look for', () => {
    expect(accusations.length).toBeGreaterThan(50);
    expect(secrets().length).toBeGreaterThan(accusations.length);
    expect(found(`x ${accusations[0]!.local_id} y`)).toEqual([accusations[0]!.local_id]);
  });

  test('a new accusation in the register reaches nobody: no event, no row, no total', async () => {
    const live = liveClient(platform.url);
    const reader = read(live, { where: { department: ['PETITION'] } });
    const { cursor } = await reader.next();
    const { sql } = platform.running.databases.fronts.get('petition')!;
    const fresh = 'XF00000000000001';
    await sql.query(
      `insert into matter_record (local_id, source, title, text, standard, category_kind, category_code, state, keeper_code, reported_at, sealed, stays_home, content_hash, run_id)
       select $1, source, title, text, standard, category_kind, category_code, state, keeper_code, now(), sealed, stays_home, content_hash, run_id from matter_record where local_id = $2`,
      [fresh, accusations[0]!.local_id],
    );
    const open = await sql.query<{ local_id: string }>('select local_id from matter_record where not stays_home limit 1');
    await sql.query(`insert into change_feed (kind, record_key) values ('MATTER', array[$1]), ('MATTER', array[$2])`, [
      fresh,
      accusations[1]!.local_id,
    ]);
    // A matter that may be told follows in the same queue: once it has come, the two before it have been passed over.
    await sql.query(`update matter_record set title = '改过的标题', content_hash = 'changed' where local_id = $1`, [open[0]!.local_id]);
    await sql.query(`insert into change_feed (kind, record_key) values ('MATTER', array[$1])`, [open[0]!.local_id]);
    platform.running.intake.follower.hint('petition');
    const next = await reader.nextEvent();

    const told = await client.data<{ matter: { id: string; title: string } }>(
      `{ matter(department: PETITION, localId: "${open[0]!.local_id}") { id title } }`,
    );
    expect(next.matter).toMatchObject(told.matter);
    // What anybody writes there, titles of petitions are made from category and division.
    expect(told.matter.title).toMatch(/^.+（.+）$/);
    expect(told.matter.title).not.toContain('改过的标题');
    expect(next.cursor).not.toBe(cursor);
    const { matter } = await client.data<{ matter: null }>(`{ matter(department: PETITION, localId: "${fresh}") { id } }`);
    expect(matter).toBeNull();
    const { matters } = await client.data<{ matters: { totalCount: number } }>(
      '{ matters(where: { department: [PETITION] }) { totalCount } }',
    );
    expect(matters.totalCount).toBe(petitions);
    await live.dispose();
  });

  test('no text of any table of the city index holds one', async () => {
    const { sql } = platform.running.databases.index;
    const columns = await sql.query<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea', 'USER-DEFINED', 'name')`,
    );
    expect(columns.length).toBeGreaterThan(80);
    const tables = [...new Set(columns.map(({ table }) => table))];
    const { matters } = await client.data<{ matters: { nodes: readonly { localId: string }[] } }>(
      '{ matters(first: 1) { nodes { localId } } }',
    );
    expect(await rowsWith('matter', ['local_id'], [...secrets(), matters.nodes[0]!.localId])).toEqual([
      { whole: matters.nodes[0]!.localId },
    ]);
    for (const table of tables) {
      const texts = columns.filter((one) => one.table === table).map(({ column }) => `"${column}"::text`);
      const hits = await rowsWith(table, texts, secrets());
      expect([table, hits]).toEqual([table, []]);
    }
  }, 240_000);

  test('a walk over every petition tells none of them, and counts only what may be told', async () => {
    const pages = await walkPages(async (after) => {
      const { text, data } = await client.ask<{ matters: WalkedPage<{ localId: string }> }>(
        `query Walk($after: Cursor) { matters(where: { department: [PETITION] }, first: 100, after: $after) { totalCount totalCountIsLowerBound pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${everything} } } }`,
        { after },
      );
      expect(found(text)).toEqual([]);
      return data!.matters;
    });
    const walked = pages.flatMap(({ nodes }) => nodes);

    expect(walked.length).toBe(petitions);
    expect(new Set(walked.map(({ localId }) => localId)).size).toBe(petitions);
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([petitions]));
  }, 240_000);

  test('totals by state, source, street and unit agree with what can be walked', async () => {
    const total = async (where: string) =>
      (await client.data<{ matters: { totalCount: number } }>(`{ matters(where: { department: [PETITION], ${where} }) { totalCount } }`))
        .matters.totalCount;
    expect((await total('open: true')) + (await total('open: false'))).toBe(petitions);
    const { departments } = await client.data<{ departments: readonly { department: string; counts: { matters: number } }[] }>(
      '{ departments { department counts { matters } } }',
    );
    expect(departments.find(({ department }) => department === 'PETITION')!.counts.matters).toBe(petitions);
    for (const { title } of accusations.slice(0, 10)) {
      const { matters } = await client.data<{ matters: { totalCount: number } }>(
        'query T($where: MatterFilter) { matters(where: $where) { totalCount } }',
        { where: { titleContains: title } },
      );
      expect(matters.totalCount).toBe(0);
    }
  });

  test('no unit of the petition office shows one among its matters', async () => {
    for (const layer of ['petition/area', 'petition/responsible']) {
      const { text, errors } = await client.ask(
        `{ departmentGrids(department: PETITION, layer: "${layer}", first: 100) { nodes { localId matters(first: 100) { totalCount nodes { localId title state } } } } }`,
      );
      expect(errors).toEqual([]);
      expect(found(text)).toEqual([]);
    }
  });

  test('the id of an accusation is answered as an id that nobody gave: null, after the same statements', async () => {
    // From here on nothing but the caller asks the databases.
    await platform.running.intake.follower.stop();
    const one = accusations[0]!.local_id;
    // The same shape of id, so that nothing but its existence differs.
    const unknown = one.replace(/\d{8}$/, '99999999');
    const ask = (localId: string) =>
      client.ask(
        'query One($localId: SourceId!) { matter(department: PETITION, localId: $localId) { id title ... on PetitionMatter { purposeCode } } }',
        { localId },
      );
    const asked = async (localId: string) => {
      let text = '';
      const sent = await statementsOf(platform, async () => {
        text = (await ask(localId)).text;
      });
      return { text, sent };
    };
    const first = await asked(unknown);
    const known = await asked(one);

    expect(known).toEqual(first);
    expect(JSON.parse(known.text)).toEqual({ data: { matter: null }, extensions: { cost: { requested: 1, limit: 100_000 } } });
    expect(known.sent).toHaveLength(1);
    expect(known.sent[0]).toMatch(/^city-index: /);
  });

  test('the event log tells none of them, to a reader from its very beginning', async () => {
    const { sql } = platform.running.databases.index;
    const [{ whole }] = (await sql.query<{ whole: string }>(
      `select coalesce(string_agg(e::text, e'\\n'), '') as whole from event_log e`,
    )) as [{ whole: string }];
    expect(whole.length).toBeGreaterThan(1_000_000);
    expect(found(whole)).toEqual([]);
  });
});
