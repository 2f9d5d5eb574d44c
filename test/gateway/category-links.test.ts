import { randomUUID } from 'node:crypto';

import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import type { TestPlatform } from '../support/platform.js';

interface Step {
  readonly id: string;
  readonly relation: string;
  readonly verified: boolean;
  readonly origin: string;
  readonly evidence: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedFrom: string;
  readonly from: { readonly code: string };
  readonly to: { readonly code: string };
}

interface Resolution {
  readonly status: string;
  readonly links: readonly {
    readonly category: { readonly standard: string; readonly code: string };
    readonly relation: string;
    readonly verified: boolean;
    readonly evidence: string;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly path: readonly Step[];
  }[];
}

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly allowed?: readonly string[];
  readonly link?: Step;
  readonly idempotentReplay?: boolean;
}

const step = 'id relation verified origin evidence validFrom validTo recordedFrom from { code } to { code }';
const result = `{ __typename ... on CategoryLinkChanged { idempotentReplay link { ${step} } } ... on Refusal { code message hint allowed } }`;
const [cj, old, now] = ['CJ/T 214', 'GB/T 30428.2-2013', 'GB/T 47678.5-2026'];
const bureau = '113602000000000783';
const petition = { standard: 'sample/petition-content', kind: 'MATTER', code: '060000' };
const fumes = { standard: now, kind: 'MATTER', code: '06027' };

describe('categories in the lists of other offices', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url, await demoToken(platform));
  }, 600_000);
  afterAll(() => platform.stop());

  const resolve = async (standard: string, code: string, to: readonly string[] | null = null, instants = ''): Promise<Resolution> => {
    const { resolveCategories } = await client.data<{ resolveCategories: readonly Resolution[] }>(
      `query Resolve($codes: [CategoryInput!]!, $to: [String!]) { resolveCategories(codes: $codes, to: $to${instants}) {
         status links { category { standard code } relation verified evidence validFrom validTo path { ${step} } } } }`,
      { codes: [{ standard, code }], to },
    );
    return resolveCategories[0]!;
  };
  const declared = { document: '景城管〔2026〕12号', organisation: bureau, role: '法规科科长' };
  const declare = async (input: Readonly<Record<string, unknown>>): Promise<Changed> =>
    (
      await client.data<{ declareCategoryLink: Changed }>(
        `mutation Declare($input: DeclareCategoryLinkInput!) { declareCategoryLink(input: $input) ${result} }`,
        { input: { idempotencyKey: randomUUID(), validFrom: '2026-07-01', relation: 'EQUIVALENT', ...declared, ...input } },
      )
    ).declareCategoryLink;
  const withdraw = async (input: Readonly<Record<string, unknown>>): Promise<Changed> =>
    (
      await client.data<{ withdrawCategoryLink: Changed }>(
        `mutation Withdraw($input: WithdrawCategoryLinkInput!) { withdrawCategoryLink(input: $input) ${result} }`,
        { input: { idempotencyKey: randomUUID(), ...declared, ...input } },
      )
    ).withdrawCategoryLink;

  test('the pairs that were transcribed are there, over two generations, and say that nobody has confirmed them', async () => {
    const { status, links } = await resolve(cj, '0102', [now]);
    expect([status, links.length]).toEqual(['MAPPED', 1]);
    expect(links[0]).toMatchObject({ relation: 'EQUIVALENT', verified: false, category: { code: '06010' }, validFrom: '2026-07-01' });
    expect(links[0]!.evidence).toContain('Transcribed');
    expect(links[0]!.path.map(({ from, to, origin }) => [from.code, to.code, origin])).toEqual([
      ['0102', '0110', 'PACK'],
      ['0110', '06010', 'PACK'],
    ]);
    const codes = [
      ['0136', '06036'],
      ['0203', '07003'],
      ['0311', '08011'],
      ['0405', '09005'],
    ] as const;
    for (const [former, current] of codes) {
      expect((await resolve(old, former, [now])).links.map(({ category }) => category.code)).toEqual([current]);
      expect((await resolve(now, current, [old])).links.map(({ category }) => category.code)).toEqual([former]);
    }
  });

  test('what nobody has linked is UNMAPPED, what no list has UNKNOWN, and before their day links are not in force', async () => {
    expect(await resolve(now, '06027')).toEqual({ status: 'UNMAPPED', links: [] });
    expect(await resolve(old, '0501')).toEqual({ status: 'UNKNOWN', links: [] });
    expect((await resolve(cj, '0102', null, ', at: "2026-06-30"')).status).toBe('UNMAPPED');
    expect(await client.code('{ resolveCategories(codes: [], knownAt: "2099-01-01T00:00:00Z") { status } }')).toBe('BAD_USER_INPUT');
  });

  test('a link is declared once for its key, with an audit line and an event, and withdrawn from a day on; what was known stays known', async () => {
    const input = { from: fumes, to: petition, relation: 'BROADER', verified: true, idempotencyKey: randomUUID() };
    const first = await declare(input);
    expect(first).toMatchObject({
      __typename: 'CategoryLinkChanged',
      idempotentReplay: false,
      link: { relation: 'BROADER', verified: true, origin: 'DECLARED', evidence: declared.document },
    });
    expect(await declare(input)).toMatchObject({ idempotentReplay: true, link: { id: first.link!.id } });
    expect((await declare({ ...input, verified: false })).__typename).toBe('IdempotencyKeyReused');

    expect((await resolve(now, '06027', [petition.standard])).links).toMatchObject([{ relation: 'BROADER', category: { code: '060000' } }]);
    expect((await resolve(petition.standard, '060000')).links).toMatchObject([{ relation: 'NARROWER', category: { code: '06027' } }]);

    const { link } = await withdraw({ link: first.link!.id, from: '2026-10-01' });
    expect(link).toMatchObject({ id: first.link!.id, validFrom: '2026-07-01', validTo: '2026-10-01' });
    expect((await resolve(now, '06027', null, ', at: "2026-10-01"')).status).toBe('UNMAPPED');
    expect((await resolve(now, '06027', null, ', at: "2026-09-30"')).status).toBe('MAPPED');
    const known = `, at: "2026-10-01", knownAt: "${first.link!.recordedFrom}"`;
    expect((await resolve(now, '06027', null, known)).links).toMatchObject([{ path: [{ validTo: null }] }]);

    const { sql } = platform.running.databases.index;
    expect(await sql.query(`select act, outcome from audit_entry where act like '%CategoryLink' order by id`)).toEqual([
      { act: 'declareCategoryLink', outcome: 'DONE' },
      { act: 'declareCategoryLink', outcome: 'REFUSED' },
      { act: 'withdrawCategoryLink', outcome: 'DONE' },
    ]);
    const told = `select kind, version from (select kind, version, topic from event_inbox union all select kind, version, topic from event_log) told
      where topic = 'category' order by version`;
    expect(await sql.query(told)).toEqual([
      { kind: 'CATEGORY_LINK_DECLARED', version: 1 },
      { kind: 'CATEGORY_LINK_WITHDRAWN', version: 2 },
    ]);
  });

  test('a confirmed declaration takes the place of the same link that was only transcribed', async () => {
    const pair = { from: { standard: old, kind: 'MATTER', code: '0136' }, to: { standard: now, kind: 'MATTER', code: '06036' } };
    expect((await declare(pair)).__typename).toBe('Conflict');
    expect(await declare({ ...pair, verified: true })).toMatchObject({ __typename: 'CategoryLinkChanged' });
    expect((await resolve(old, '0136', [now])).links).toMatchObject([{ verified: true, path: [{ origin: 'DECLARED' }] }]);
  });

  test.each<readonly [string, string, string, Readonly<Record<string, unknown>>]>([
    [
      'a second equal in the same list',
      'Conflict',
      'CONFLICT',
      { from: { standard: old, code: '0110' }, to: { standard: now, code: '06011' } },
    ],
    [
      'the reverse of what is in force',
      'Conflict',
      'CONFLICT',
      { from: { standard: now, code: '06010' }, to: { standard: old, code: '0110' }, relation: 'BROADER' },
    ],
    ['a code that no list has', 'NotFound', 'NOT_FOUND', { from: { standard: old, code: '0501' }, to: fumes }],
    ['an organisation that nobody knows', 'NotFound', 'NOT_FOUND', { from: fumes, to: petition, organisation: '没有' }],
    ['a category to itself', 'BadInput', 'BAD_USER_INPUT', { from: fumes, to: fumes }],
    ['a period that ends before it begins', 'BadInput', 'DATE_INVALID', { from: fumes, to: petition, validTo: '2026-07-01' }],
    ['a document without a number', 'BadInput', 'BAD_USER_INPUT', { from: fumes, to: petition, document: ' ' }],
    ['a key that is too long', 'BadInput', 'BAD_USER_INPUT', { from: fumes, to: petition, idempotencyKey: 'x'.repeat(129) }],
  ])('refused by name, with nothing written: %s', async (_, type, code, input) => {
    const { sql } = platform.running.databases.index;
    const before = await sql.query('select * from category_link order by id');
    expect(await declare(input)).toMatchObject({ __typename: type, code });
    expect(await sql.query('select * from category_link order by id')).toEqual(before);
  });

  test('a conflict names the link in force and what may be done', async () => {
    const refused = await declare({ from: { standard: old, code: '0110' }, to: { standard: now, code: '06011' } });
    expect(refused.message).toContain('GB/T 30428.2-2013 MATTER 0110 EQUIVALENT GB/T 47678.5-2026 MATTER 06010');
    expect(refused.allowed).toEqual(['WITHDRAW_FIRST', 'DECLARE_FOR_ANOTHER_PERIOD']);
  });

  test('a transcribed link that is wrong is withdrawn altogether, and makes room', async () => {
    const { links } = await resolve(old, '0203', [now]);
    const id = links[0]!.path[0]!.id;
    expect((await withdraw({ link: id })).__typename).toBe('CategoryLinkChanged');
    expect(await resolve(old, '0203', [now])).toEqual({ status: 'UNMAPPED', links: [] });
    expect((await withdraw({ link: id })).__typename).toBe('NotFound');
    const other = { from: { standard: old, code: '0203' }, to: { standard: now, code: '07006' }, verified: true };
    expect((await declare(other)).__typename).toBe('CategoryLinkChanged');
    expect((await withdraw({ link: 'not an id' })).__typename).toBe('BadInput');
  });

  test('of two declarations at the same moment that contradict each other, one is refused', async () => {
    const from = { standard: 'sample/hotline-12345', code: '03' };
    const to = (code: string) => ({ standard: petition.standard, code });
    const both = await Promise.all([declare({ from, to: to('010000') }), declare({ from, to: to('020000') })]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['CategoryLinkChanged', 'Conflict']);
  });
});
