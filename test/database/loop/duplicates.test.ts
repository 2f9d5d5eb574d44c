import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';
import { moveInbox } from '../../../src/eventlog/move-inbox.js';
import { DuplicateSearch } from '../../../src/features/loop/links/duplicate-search.js';
import { duplicateWindow } from '../../../src/features/loop/links/duplicate-window.js';
import { duplicateTable } from '../../../src/features/loop/storage/links/duplicate-table.js';
import { uuidIn } from '../../support/loop/log-of.js';
import { LoopCity, type MatterShown, type Person } from '../../support/loop/loop-city.js';

const start = new Date('2026-03-01T02:00:00Z');
const later = (hours: number): void => void (city.city.now = new Date(start.getTime() + hours * 3_600_000));

const ticket = (id: string, category: string, sealed: boolean): string =>
  `${id},light-2020,MATTER,${category},灯泡坏了,,HOTLINE,REPORTED,,1199010000000001AJ,,,117.012,29.012,lighthouse/beam,0001,990101001001,2026-03-01T08:00:00,,,${sealed},GREEN\n`;

/** Not the category that lamps are reported in. */
const lights = { standard: 'light-2020', kind: 'MATTER', code: '01' };

let city: LoopCity;
beforeAll(async () => {
  const shaped = (pack: { append(file: string, lines: string): Promise<void> }) =>
    pack.append('lighthouse/matters.csv', ticket('L-5', '0101', false) + ticket('L-6', '0101', false) + ticket('L-7', '01', true));
  city = await LoopCity.open(start, { shaped });
}, 120_000);
beforeEach(() => void (city.city.now = start));
afterAll(() => city?.close());

const index = () => city.city.platform.databases.index;
/** Gives the events that wait their positions, as the sequencer does. */
const sequenced = () => moveInbox(index().sql, { batch: 1_000, floor: new InboxFloor(), month: '2026-11-01' });

async function searched(): Promise<void> {
  await sequenced();
  await city.city.platform.alarms.doDue();
}

/** A lamp at a place of the test's own, some metres to the north of it. */
const lampAt = (spot: number, metres = 0, input: object = {}): Promise<MatterShown> =>
  city.report('gridWorker', { point: { longitude: 117.011 + spot * 0.002, latitude: 29.0145 + metres / 110_840 }, grid: null, ...input });

const linksOf = ({ id }: Pick<MatterShown, 'id'>) =>
  index().sql.query<{ from: string; to: string; kind: string; state: string; metres: number | null; hours: number }>(
    `select from_id as "from", to_id as "to", kind, state, metres, hours from matter_link where from_id = $1 or to_id = $1`,
    [uuidIn(id)],
  );

interface Proposals {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly matter: { readonly id: string };
    readonly duplicateOf: { readonly id: string };
    readonly metres: number | null;
    readonly hours: number;
  }[];
}

async function proposals(who: Person, where: object = {}): Promise<Proposals> {
  const { duplicateProposals } = await city.ask<{ duplicateProposals: Proposals }>(
    who,
    `query ($where: MatterFilter) { duplicateProposals(where: $where, first: 100) {
       totalCount nodes { matter { id } duplicateOf { id } metres hours } } }`,
    { where },
  );
  return duplicateProposals;
}

const isProposedTo = async (who: Person, { id }: Pick<MatterShown, 'id'>): Promise<boolean> =>
  (await proposals(who)).nodes.some(({ matter, duplicateOf }) => matter.id === id || duplicateOf.id === id);

async function ticketOf(localId: string): Promise<MatterShown> {
  const { matter } = await city.ask<{ matter: MatterShown }>(
    'dispatcher',
    'query ($localId: SourceId!) { matter(department: LIGHTHOUSE, localId: $localId) { id version state } }',
    { localId },
  );
  return matter;
}

let keys = 0;
async function decided(who: Person, name: string, matter: { id: string }, other: { id: string }, key = `key-${++keys}`): Promise<object> {
  const data = await city.ask<Readonly<Record<string, object>>>(
    who,
    `mutation ($input: MatterPairInput!) { ${name}(input: $input) { __typename
       ... on MatterLinkDecided { kind state idempotentReplay matter { id } other { id } } ... on Refusal { code message } } }`,
    { input: { idempotencyKey: key, matter: matter.id, other: other.id } },
  );
  return data[name]!;
}

describe('what is reported twice', () => {
  test('is proposed across offices with distance and hours, and merged by nobody', async () => {
    const report = await city.report('gridWorker', { point: { longitude: 117.0122, latitude: 29.012 }, grid: null });
    await searched();
    const earlier = await ticketOf('L-5');
    const { nodes } = await proposals('dispatcher', { category: { standard: 'light-2020', kind: 'MATTER', code: '0101' } });
    const found = nodes.find(({ matter, duplicateOf }) => matter.id === report.id && duplicateOf.id === earlier.id)!;
    expect([Math.round(found.metres! * 10) / 10, found.hours]).toEqual([19.5, 2]);
    expect((await ticketOf('L-5')).state).toBe('REPORTED');
    // L-5 and L-6 stand in one office's register, which is that office's own affair.
    expect((await linksOf(earlier)).map(({ from }) => from)).not.toContain(uuidIn((await ticketOf('L-6')).id));
  });

  test('is not proposed when it is farther away, later, of another category, or closed', async () => {
    const first = await lampAt(1);
    const ended = await lampAt(1);
    await index().sql.query(`update matter set closed_at = now(), state = 'CLOSED' where id = $1`, [uuidIn(ended.id)]);
    await lampAt(1, 51);
    await lampAt(1, 0, { category: lights });
    later(72.1);
    await lampAt(1);
    await searched();
    expect(await linksOf(first)).toEqual([]);
    expect(await linksOf(ended)).toEqual([]);
  });

  test('is proposed just within the window, and through categories that are declared to be equivalent', async () => {
    await index().sql.query(
      `insert into category_link (id, statement_id, evidence, valid_from, origin, recorded_from, verified, relation,
                                  from_standard, from_kind, from_code, to_standard, to_kind, to_code)
       values (gen_random_uuid(), gen_random_uuid(), 'x', '2020-01-01', 'PACK', now(), true, 'EQUIVALENT',
               'light-2020', 'MATTER', '0101', 'orchard-2024', 'MATTER', '7')`,
    );
    const tree = await lampAt(2, 49, { category: { standard: 'orchard-2024', kind: 'MATTER', code: '7' } });
    later(71.9);
    const lamp = await lampAt(2);
    await searched();
    expect(await linksOf(tree)).toMatchObject([{ from: uuidIn(lamp.id), to: uuidIn(tree.id), kind: 'DUPLICATE', state: 'PROPOSED' }]);
  });

  test('is proposed without a point where both lie in one all-elements grid', async () => {
    const reported = (grid: string) => city.report('dispatcher', { grid, category: lights });
    const [one, other] = [await reported('990101001001002'), await reported('990101001001002')];
    await reported('990101001002001');
    await searched();
    const [link, ...more] = await linksOf(one);
    expect([link!.metres, link!.hours, more]).toEqual([null, 0, []]);
    expect([link!.from, link!.to].toSorted()).toEqual([uuidIn(one.id), uuidIn(other.id)].toSorted());
  });

  test('is never proposed of what is sealed, nor shown once it is', async () => {
    const [{ id }] = (await index().sql.query<{ id: string }>(`select id from matter where local_id = 'L-7'`)) as [{ id: string }];
    const inItsGrid = () => city.report('gridWorker', { category: lights });
    await inItsGrid();
    await searched();
    const count = () => city.count('matter_link', 'from_id = $1 or to_id = $1', [id]);
    expect(await count()).toBe(0);
    // The same would be proposed were it not sealed.
    await index().sql.query('update matter set sealed = false where id = $1', [id]);
    const again = await inItsGrid();
    await searched();
    expect(await count()).toBe(1);
    const before = (await proposals('dispatcher')).totalCount;
    await index().sql.query('update matter set sealed = true where id = $1', [id]);
    const after = await proposals('dispatcher');
    expect([before - after.totalCount, after.nodes.length]).toEqual([1, after.totalCount]);
    const globalId = Buffer.from(`Matter:${id}`).toString('base64url');
    await expect(decided('dispatcher', 'confirmDuplicate', again, { id: globalId })).resolves.toMatchObject({ __typename: 'NotFound' });
  });
});

describe('the search', () => {
  test('of several processes at once proposes once', async () => {
    const one = await lampAt(4);
    await lampAt(4, 10);
    await sequenced();
    const { alarms } = city.city.platform;
    await Promise.all([alarms.doDue(), alarms.doDue(), alarms.doDue()]);
    expect(await linksOf(one)).toHaveLength(1);
    await expect(city.count('duplicate_mark', 'position = (select last_position from event_stream)')).resolves.toBe(1);
  });

  test('that breaks off between proposing and remembering has done neither, and is done again', async () => {
    const one = await lampAt(5);
    await lampAt(5, 10);
    await sequenced();
    const { transaction } = index();
    const dying = new DuplicateSearch({
      inTransaction: (work) =>
        transaction(async (sql) => {
          await work(sql);
          throw new Error('power cut');
        }),
      ...{ duplicates: duplicateTable, window: duplicateWindow, dayAt: () => '2026-03-01' },
    });
    await expect(dying.doDue(start)).rejects.toThrow('power cut');
    expect(await linksOf(one)).toEqual([]);
    await searched();
    expect(await linksOf(one)).toHaveLength(1);
  });
});

describe('a proposal', () => {
  test('is decided once, by whoever dispatches; what was rejected stays so', async () => {
    const [one, other] = [await lampAt(6), await lampAt(6, 10)];
    await searched();
    await expect(decided('gridWorker', 'rejectDuplicate', one, other)).resolves.toMatchObject({ __typename: 'Forbidden' });
    await expect(decided('dispatcher', 'rejectDuplicate', one, other, 'same')).resolves.toMatchObject({ state: 'REJECTED' });
    await expect(decided('dispatcher', 'rejectDuplicate', one, other, 'same')).resolves.toMatchObject({ idempotentReplay: true });
    await expect(decided('dispatcher', 'confirmDuplicate', other, one)).resolves.toMatchObject({
      __typename: 'Conflict',
      message: expect.stringContaining('REJECTED'),
    });
    await index().sql.query('update duplicate_mark set position = 0');
    await searched();
    expect(await linksOf(one)).toMatchObject([{ state: 'REJECTED' }]);
    await expect(isProposedTo('dispatcher', one)).resolves.toBe(false);
    await expect(city.count('audit_entry', `act = 'rejectDuplicate' and outcome = 'DONE'`)).resolves.toBe(1);
  });

  test('that is confirmed merges nothing; merging confirms it, whichever is merged', async () => {
    const [one, other] = [await lampAt(7), await lampAt(7, 10)];
    later(1);
    const third = await lampAt(7, 20);
    await searched();
    await expect(decided('dispatcher', 'confirmDuplicate', one, other)).resolves.toMatchObject({ kind: 'DUPLICATE', state: 'CONFIRMED' });
    expect((await linksOf(one)).filter(({ state }) => state === 'CONFIRMED')).toHaveLength(1);
    const reviewed = await city.done('dispatcher', 'reviewMatter', one);
    expect(reviewed.state).toBe('UNDER_REVIEW');
    // The proposal points from the third, which was reported later, to the first.
    await city.done('dispatcher', 'mergeMatters', reviewed, { into: third.id });
    const link = (await linksOf(third)).filter(({ from, to }) => [from, to].includes(uuidIn(one.id)));
    expect(link).toMatchObject([{ from: uuidIn(one.id), to: uuidIn(third.id), state: 'CONFIRMED', hours: 1 }]);
  });

  test('is shown to those alone who see both matters, and only they decide', async () => {
    const at = (longitude: number) => city.report('dispatcher', { point: { longitude, latitude: 29.025 }, grid: null });
    const [here, there] = [await at(117.0299), await at(117.0301)];
    await searched();
    await expect(isProposedTo('dispatcher', here)).resolves.toBe(true);
    await expect(isProposedTo('gridWorker', here)).resolves.toBe(false);
    await expect(isProposedTo('lighthouse', here)).resolves.toBe(false);
    const within = async (eq: string) =>
      (await proposals('county', { division: { eq }, category: { ...lights, code: '0101' } })).nodes.flatMap((node) => [
        node.matter.id,
        node.duplicateOf.id,
      ]);
    expect((await within('990101001002')).toSorted()).toEqual([here.id, there.id].toSorted());
    await expect(within('990101')).resolves.toEqual([]);
    await expect(decided('lighthouse', 'confirmDuplicate', here, there)).resolves.toMatchObject({ __typename: 'Forbidden' });
    await expect(decided('dispatcher', 'confirmDuplicate', here, there)).resolves.toMatchObject({ state: 'CONFIRMED' });
  });

  test('is paged, newest first, without hole or double', async () => {
    const all = (await proposals('county')).nodes.map(({ matter, duplicateOf }) => `${matter.id} ${duplicateOf.id}`);
    expect(all.length).toBeGreaterThan(2);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { duplicateProposals: page }: { duplicateProposals: Proposals & { pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await city.ask(
          'county',
          `query ($after: Cursor) { duplicateProposals(first: 2, after: $after) {
             pageInfo { endCursor hasNextPage } nodes { matter { id } duplicateOf { id } } } }`,
          { after },
        );
      seen.push(...page.nodes.map(({ matter, duplicateOf }) => `${matter.id} ${duplicateOf.id}`));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all);
  });
});

describe('a link made by a person', () => {
  test('takes a ticket of the hotline to its matter, and shows on both', async () => {
    const [call, lamp] = [await ticketOf('L-6'), await lampAt(9)];
    await expect(decided('dispatcher', 'linkTicket', lamp, call)).resolves.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(decided('dispatcher', 'linkTicket', lamp, lamp)).resolves.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(decided('dispatcher', 'linkTicket', call, lamp)).resolves.toMatchObject({ kind: 'TICKET', matter: { id: call.id } });
    later(1);
    await expect(decided('dispatcher', 'linkMatters', lamp, call)).resolves.toMatchObject({ kind: 'RELATED', state: 'CONFIRMED' });
    const { node } = await city.ask<{ node: unknown }>(
      'dispatcher',
      'query ($id: ID!) { node(id: $id) { ... on Matter { links { kind pointsToOther matter { id } } } } }',
      { id: lamp.id },
    );
    expect(node).toEqual({
      links: [
        { kind: 'TICKET', pointsToOther: false, matter: { id: call.id } },
        { kind: 'RELATED', pointsToOther: true, matter: { id: call.id } },
      ],
    });
  });
});
