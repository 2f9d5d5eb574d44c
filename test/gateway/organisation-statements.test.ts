import { randomUUID } from 'node:crypto';

import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import type { TestPlatform } from '../support/platform.js';

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly allowed?: readonly string[];
  readonly idempotentReplay?: boolean;
  readonly id?: { readonly id: string; readonly code: string; readonly validFrom: string; readonly validTo: string | null };
  readonly organisation?: { readonly name: string };
  readonly duties?: readonly {
    readonly categoryCode: string;
    readonly validFrom: string;
    readonly organisation: { readonly name: string };
  }[];
}

const refusals = '... on Refusal { code message hint allowed }';
const [ecology, management] = ['珠山区生态环境局', '珠山区城市管理局'];
const fumes = { standard: 'GB/T 47678.5-2026', kind: 'MATTER', code: '06027' };

describe('what people declare of organisations', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let codes: Readonly<Record<string, string>>;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url, await demoToken(platform));
    const { organisations } = await client.data<{ organisations: { nodes: readonly { name: string; code: string }[] } }>(
      '{ organisations(where: { nameContains: "珠山区" }, first: 100) { nodes { name code } } }',
    );
    codes = Object.fromEntries(organisations.nodes.map(({ name, code }) => [name, code]));
  }, 600_000);
  afterAll(() => platform.stop());

  const declaration = () => ({
    idempotencyKey: randomUUID(),
    ...{ document: '珠编〔2026〕8号', organisation: codes[management], role: '办公室主任' },
  });
  const mutate = async (mutation: string, type: string, input: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const changed = mutation === 'moveDuties' ? 'DutiesMoved' : 'OrganisationIdChanged';
    const shown =
      mutation === 'moveDuties'
        ? 'idempotentReplay duties { categoryCode validFrom organisation { name } }'
        : 'idempotentReplay organisation { name } id { id code validFrom validTo }';
    const answer = await client.data<Readonly<Record<string, Answer>>>(
      `mutation Change($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ${changed} { ${shown} } ${refusals} } }`,
      { input: { ...declaration(), ...input } },
    );
    return answer[mutation]!;
  };
  const declareId = (input: Readonly<Record<string, unknown>>) =>
    mutate('declareOrganisationId', 'DeclareOrganisationIdInput', {
      ...{ of: codes[ecology], issuer: '珠山区网格办', scheme: 'local', code: 'EB-01', validFrom: '2026-01-01' },
      ...input,
    });
  const withdrawId = (input: Readonly<Record<string, unknown>>) => mutate('withdrawOrganisationId', 'WithdrawOrganisationIdInput', input);
  const move = (input: Readonly<Record<string, unknown>>) =>
    mutate('moveDuties', 'MoveDutiesInput', { from: codes[ecology], to: codes[management], effectiveFrom: '2027-01-01', ...input });
  const named = async (code: string) =>
    (
      await client.data<{ organisation: { name: string; ids: readonly object[] } | null }>(
        '{ organisation(code: "' + code + '") { name ids { issuer scheme code validFrom validTo origin } } }',
      )
    ).organisation;

  test('an organisation is found by any id that it has today, and by none that is over', async () => {
    const input = { ...declaration(), of: codes[ecology] };
    const declared = await declareId(input);
    expect(declared).toMatchObject({ __typename: 'OrganisationIdChanged', organisation: { name: ecology }, idempotentReplay: false });
    expect(await declareId(input)).toMatchObject({ idempotentReplay: true, id: declared.id });
    expect(await named('EB-01')).toEqual({
      name: ecology,
      ids: [{ issuer: '珠山区网格办', scheme: 'local', code: 'EB-01', validFrom: '2026-01-01', validTo: null, origin: 'DECLARED' }],
    });
    const { organisations } = await client.data<{ organisations: { totalCount: number; nodes: readonly { name: string }[] } }>(
      '{ organisations(where: { code: ["EB-01"] }) { totalCount nodes { name } } }',
    );
    expect(organisations).toEqual({ totalCount: 1, nodes: [{ name: ecology }] });

    expect((await declareId({ of: 'EB-01', code: 'EB-02' })).organisation).toEqual({ name: ecology });
    expect(await withdrawId({ id: declared.id!.id, from: '2026-02-01' })).toMatchObject({ id: { code: 'EB-01', validTo: '2026-02-01' } });
    expect(await named('EB-01')).toBeNull();
    expect(await declareId({ of: codes[management], validFrom: '2026-02-01' })).toMatchObject({ organisation: { name: management } });
    expect((await named('EB-01'))!.name).toBe(management);
  });

  test('one id names one organisation at a time; with another issuer the bare code is ambiguous', async () => {
    await declareId({ code: 'X-1' });
    const refused = await declareId({ code: 'X-1', of: codes[management], validFrom: '2030-01-01' });
    expect(refused).toMatchObject({ __typename: 'Conflict', code: 'CONFLICT', allowed: ['WITHDRAW_FIRST', 'DECLARE_FOR_ANOTHER_PERIOD'] });
    expect(refused.message).toContain(ecology);
    await declareId({ code: 'X-1', of: codes[management], issuer: '昌江区网格办' });
    expect(await client.code('{ organisation(code: "X-1") { name } }')).toBe('AMBIGUOUS_ID');
    expect(await declareId({ of: 'X-1', code: 'X-2' })).toMatchObject({ __typename: 'BadInput', code: 'AMBIGUOUS_ID' });
  });

  test.each<readonly [string, string, string, Readonly<Record<string, unknown>>]>([
    ['a wrong check character', 'BadInput', 'BAD_USER_INPUT', { scheme: 'credit-code', issuer: 'GB32100', code: '11360202014300012A' }],
    ['an unknown organisation', 'NotFound', 'NOT_FOUND', { of: '没有', code: 'N-1' }],
    ['a period that ends before it begins', 'BadInput', 'BAD_USER_INPUT', { code: 'N-1', validTo: '2025-01-01' }],
    ['an issuer without a name', 'BadInput', 'BAD_USER_INPUT', { code: 'N-1', issuer: '' }],
  ])('an id is refused by name, with nothing written: %s', async (_, type, code, input) => {
    const { sql } = platform.running.databases.index;
    const before = await sql.query('select * from organisation_id order by id');
    expect(await declareId(input)).toMatchObject({ __typename: type, code });
    expect(await sql.query('select * from organisation_id order by id')).toEqual(before);
  });

  test('the own id of an organisation’s register is taken too', async () => {
    const own = { issuer: 'GB32100', scheme: 'credit-code', code: codes[management] };
    expect(await declareId(own)).toMatchObject({ __typename: 'Conflict' });
    expect(await withdrawId({ id: 'not an id' })).toMatchObject({ __typename: 'BadInput' });
  });

  describe('duties', () => {
    let grid: string;
    beforeAll(async () => {
      const { allElementsGrids } = await client.data<{ allElementsGrids: { nodes: readonly { code: string }[] } }>(
        '{ allElementsGrids(where: { division: { within: "360203003" } }, first: 1) { nodes { code } } }',
      );
      grid = allElementsGrids.nodes[0]!.code;
    });

    const responsible = async (instants: string): Promise<readonly string[]> => {
      const { responsibleFor } = await client.data<{ responsibleFor: readonly { organisation: { name: string } }[] }>(
        `query Responsible($category: CategoryInput!) {
           responsibleFor(category: $category, grid: "${grid}", ${instants}) { organisation { name } } }`,
        { category: fumes },
      );
      return responsibleFor.map(({ organisation }) => organisation.name);
    };

    test('pass to the successor from the day on; before it, and as known before, the other is responsible', async () => {
      const before = new Date().toISOString();
      const input = { ...declaration(), category: fumes, division: '360203' };
      const moved = await move(input);
      expect(moved).toMatchObject({
        __typename: 'DutiesMoved',
        duties: [{ categoryCode: '06027', validFrom: '2027-01-01', organisation: { name: management } }],
      });
      expect(await move(input)).toEqual({ ...moved, idempotentReplay: true });
      expect(await responsible('at: "2026-12-31"')).toEqual([ecology]);
      expect(await responsible('at: "2027-01-01"')).toEqual([management]);
      expect(await responsible(`at: "2027-01-01", knownAt: "${before}"`)).toEqual([ecology]);
      const { sql } = platform.running.databases.index;
      expect(await sql.query(`select act, outcome from audit_entry where act = 'moveDuties'`)).toEqual([
        { act: 'moveDuties', outcome: 'DONE' },
      ]);
    });

    test.each<readonly [string, string, string, () => Readonly<Record<string, unknown>>]>([
      ['to itself', 'BadInput', 'BAD_USER_INPUT', () => ({ to: codes[ecology] })],
      ['from nobody', 'NotFound', 'NOT_FOUND', () => ({ from: '没有' })],
      ['of a category that it has not', 'NotFound', 'NOT_FOUND', () => ({ category: { ...fumes, code: '09012' } })],
      [
        'under a used key',
        'IdempotencyKeyReused',
        'IDEMPOTENCY_KEY_REUSED',
        () => ({ idempotencyKey: 'used', effectiveFrom: '2031-01-01' }),
      ],
    ])('are not moved %s', async (_, type, code, input) => {
      await move({ idempotencyKey: 'used', effectiveFrom: '2030-01-01' });
      const { sql } = platform.running.databases.index;
      const before = await sql.query('select * from duty order by id, recorded_from');
      expect(await move(input())).toMatchObject({ __typename: type, code });
      expect(await sql.query('select * from duty order by id, recorded_from')).toEqual(before);
    });
  });
});
