import { randomUUID } from 'node:crypto';

import { demoToken } from '../../support/access/demo-token.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

type Role = NonNullable<Parameters<typeof demoToken>[1]>['role'];

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly grant?: { readonly id: string; readonly version: number; readonly until: string | null };
}

interface Listed {
  readonly sharingGrants: { readonly totalCount: number; readonly nodes: readonly { readonly id: string; readonly from: string }[] };
}

const answer = `__typename ... on SharingChanged { grant { id version until } idempotentReplay } ... on Refusal { code message }`;
const share = `mutation ($input: ShareDataInput!) { answer: shareData(input: $input) { ${answer} } }`;
const withdraw = `mutation ($input: WithdrawSharingInput!) { answer: withdrawSharing(input: $input) { ${answer} } }`;
const list = `query ($from: String, $first: Int = 20, $after: Cursor) { sharingGrants(from: $from, first: $first, after: $after) { totalCount nodes { id from } pageInfo { endCursor } } }`;

describe('what offices share with each other', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
  }, 120_000);
  afterAll(() => city?.stop());

  const as = async (role: Role, department: string | null): Promise<GraphqlClient> =>
    new GraphqlClient(city.platform.url, await demoToken(city.platform, { role: role!, department, subject: `${role}-${department}` }));
  const steward = (): Promise<GraphqlClient> => as('DATA_STEWARD', 'LIGHTHOUSE');
  const words = (): object => ({
    idempotencyKey: randomUUID(),
    document: '共享〔2026〕1号',
    organisation: organisation(),
    role: '数据管理员',
  });
  const organisation = (): string => code;
  let code = '';
  beforeAll(async () => {
    const { organisations } = await city.client.data<{ organisations: { nodes: { code: string }[] } }>(
      '{ organisations { nodes { code } } }',
    );
    code = organisations.nodes[0]!.code;
  });

  const aGrant = (changed: object = {}): object => ({
    ...{
      from: 'LIGHTHOUSE',
      to: 'ORCHARD',
      dataClass: 'MATTERS',
      attribute: 'CONDITIONAL',
      purposes: ['联合巡查'],
      validFrom: '2026-01-01',
    },
    ...words(),
    ...changed,
  });
  const shared = async (by: GraphqlClient, changed: object = {}): Promise<Changed> =>
    (await by.data<{ answer: Changed }>(share, { input: aGrant(changed) })).answer;
  const withdrawn = async (by: GraphqlClient, input: object): Promise<Changed> =>
    (await by.data<{ answer: Changed }>(withdraw, { input: { ...words(), ...input } })).answer;

  test('a steward shares, is refused a second grant of the class on one day, and puts another in its place', async () => {
    const by = await steward();
    const first = await shared(by);
    expect(first).toMatchObject({ __typename: 'SharingChanged', grant: { version: 1, until: null } });
    expect(await shared(by, { validFrom: '2027-01-01' })).toMatchObject({ __typename: 'Conflict' });

    const replaces = { grant: first.grant!.id, expectedVersion: 1 };
    const second = await shared(by, { attribute: 'WITHHELD', purposes: [], validFrom: '2030-01-01', replaces });
    expect(second).toMatchObject({ __typename: 'SharingChanged', grant: { version: 1 } });
    expect(await withdrawn(by, { grant: first.grant!.id, expectedVersion: 1 })).toMatchObject({ __typename: 'Conflict' });
    expect(await withdrawn(by, { grant: first.grant!.id, expectedVersion: 2, from: '2020-01-01' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await withdrawn(by, { grant: first.grant!.id, expectedVersion: 2 })).toMatchObject({
      __typename: 'SharingChanged',
      grant: { version: 3 },
    });
  });

  test('each office lists the grants from and to itself, and whoever watches over rights lists all', async () => {
    await shared(await as('DATA_STEWARD', 'ORCHARD'), {
      from: 'ORCHARD',
      to: 'CITY',
      dataClass: 'COUNTS',
      attribute: 'UNCONDITIONAL',
      purposes: [],
    });
    const seen = async (by: GraphqlClient): Promise<readonly string[]> =>
      (await by.data<Listed>(list)).sharingGrants.nodes.map(({ from }) => from);
    expect(new Set(await seen(await steward()))).toEqual(new Set(['LIGHTHOUSE']));
    expect(new Set(await seen(await as('AUDITOR', null)))).toEqual(new Set(['LIGHTHOUSE', 'ORCHARD']));
    expect((await (await steward()).data<Listed>(list, { from: 'ORCHARD' })).sharingGrants).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { endCursor: null },
    });
  });

  test('a grant between others is as unknown as one that never was', async () => {
    const orchard = await as('DATA_STEWARD', 'ORCHARD');
    const { sharingGrants } = await orchard.data<Listed>(list, { from: 'ORCHARD' });
    const asked = { grant: sharingGrants.nodes[0]!.id, expectedVersion: 1 };
    expect(await withdrawn(await steward(), asked)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await withdrawn(orchard, { ...asked, grant: Buffer.from('SharingGrant').toString('base64') })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
