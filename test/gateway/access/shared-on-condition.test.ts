import { randomUUID } from 'node:crypto';

import { askingAs } from '../../support/access/asking-as.js';
import { demoToken } from '../../support/access/demo-token.js';
import type { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient, read } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import type { PackCopy } from '../../support/intake/pack-copy.js';
import { ServedCity } from '../../support/intake/served-city.js';

const purpose = '联合调解';
const stated = { 'x-purpose': encodeURIComponent(purpose) };
const matters = '{ matters(first: 50) { totalCount nodes { title } } }';
const changed = '__typename ... on SharingChanged { grant { id version } } ... on Refusal { message }';
const lighthouseHead =
  'local_id,standard,kind,category,title,text,source,state,office_state,keeper,lead,support,longitude,latitude,layer,unit,division,reported_at,due_at,steps,sealed,signal\n';

interface Matters {
  readonly matters: { readonly totalCount: number; readonly nodes: readonly { readonly title: string }[] };
}
interface Answer {
  readonly answer: { readonly __typename: string; readonly grant?: { readonly id: string; readonly version: number } };
}

describe('what an office shares on condition', () => {
  let city: ServedCity;
  let steward: GraphqlClient;
  let handler: GraphqlClient;
  /** Titles of the matters of both offices as their packs tell them now. */
  const told = { lighthouse: ['灯塔第一件'], orchard: ['果园第一件'] };

  async function tellMatters(pack: PackCopy): Promise<void> {
    const ofLighthouse = told.lighthouse.map(
      (title, place) =>
        `S-${place},light-2020,MATTER,01,${title},,HOTLINE,REPORTED,,1199010000000001AJ,,,117.012,29.012,lighthouse/beam,0001,990101001001,2026-02-27T08:00:00,,,false,GREEN\n`,
    );
    await pack.write('lighthouse/matters.csv', lighthouseHead + ofLighthouse.join(''));
    const ofOrchard = told.orchard.map(
      (title, place) => `80${place}1,7,${title},Waiting,1199010000000002BN,2026-02-12T12:00:00,,117.021,29.013,y\n`,
    );
    await pack.write(
      'orchard/matters.csv',
      `ticket,category,title,status,agency,opened,closed,longitude,latitude,note\n${ofOrchard.join('')}`,
    );
  }

  beforeAll(async () => {
    city = await ServedCity.start(drawnCity, tellMatters);
    steward = await askingAs(city.platform, { subject: 'lighthouse-steward', role: 'DATA_STEWARD', department: 'LIGHTHOUSE' });
    handler = await askingAs(city.platform, { subject: 'orchard-handler', role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' });
  }, 120_000);
  afterAll(() => city?.stop());

  const words = () => ({
    idempotencyKey: randomUUID(),
    document: '港共享〔2026〕3号',
    organisation: '1199010000000001AJ',
    role: '数据专员',
  });
  // Withdrawn on the day of its beginning it never held, and may be shared anew from that day.
  const share = async (): Promise<NonNullable<Answer['answer']['grant']>> => {
    const today = city.platform.running.models.current().at;
    const grant = {
      from: 'LIGHTHOUSE',
      to: 'ORCHARD',
      dataClass: 'MATTERS',
      attribute: 'CONDITIONAL',
      purposes: [purpose],
      validFrom: today,
    };
    const { answer } = await steward.data<Answer>(
      `mutation ($input: ShareDataInput!) { answer: shareData(input: $input) { ${changed} } }`,
      {
        input: { ...grant, ...words() },
      },
    );
    return answer.grant!;
  };
  const withdraw = async ({ id, version }: { readonly id: string; readonly version: number }): Promise<string> => {
    const input = { grant: id, expectedVersion: version, ...words() };
    return (
      await steward.data<Answer>(`mutation ($input: WithdrawSharingInput!) { answer: withdrawSharing(input: $input) { ${changed} } }`, {
        input,
      })
    ).answer.__typename;
  };
  const seen = async (headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
    (await handler.ask<Matters>(matters, {}, headers)).data!.matters.nodes.map(({ title }) => title).sort();
  const tell = async (office: keyof typeof told, title: string): Promise<void> => {
    told[office].push(title);
    await city.tell(drawnCity);
  };

  test('is seen for the purpose of the grant only, and live streams gain and lose it as it is shared and withdrawn', async () => {
    const live = liveClient(
      city.platform.url,
      await demoToken(city.platform, { role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' }),
      purpose,
    );
    const stream = read(live);
    await stream.next();
    expect(await seen(stated)).toEqual(['果园第一件']);
    await tell('lighthouse', '共享之前');

    const grant = await share();
    expect([await seen(), await seen({ 'x-purpose': 'another' }), (await seen(stated)).length]).toEqual([
      ['果园第一件'],
      ['果园第一件'],
      3,
    ]);
    await tell('lighthouse', '共享之时');
    expect((await stream.nextEvent()).matter!.title).toBe('共享之时');

    expect(await withdraw(grant)).toBe('SharingChanged');
    expect(await seen(stated)).toEqual(['果园第一件']);
    await tell('lighthouse', '撤回之后');
    await tell('orchard', '果园第二件');
    expect((await stream.nextEvent()).matter!.title).toBe('果园第二件');
    await stream.stop();
    await live.dispose();

    const { sql } = city.platform.running.databases.index;
    expect(
      await sql.query(`select subject, office, outcome, rule from audit_entry where act in ('shareData', 'withdrawSharing') order by id`),
    ).toEqual(
      ['shareData', 'withdrawSharing'].map(() => ({
        subject: 'lighthouse-steward',
        office: 'LIGHTHOUSE',
        outcome: 'DONE',
        rule: 'role:DATA_STEWARD',
      })),
    );
  });

  test('is told to whom it is shared with, beside what may be seen, done and used', async () => {
    const asked = `{ whoAmI { role department organisation divisions grids purpose acts grants { from dataClass attribute purposes until }
      scope { wholeCity counties grids readings { dataClass owners conditional } } limits { documents pageSize } credential { kind } } }`;
    const grant = await share();
    const { data } = await handler.ask<{ whoAmI: object }>(asked, {}, stated);
    expect(data!.whoAmI).toMatchObject({
      ...{ role: 'DEPARTMENT_HANDLER', department: 'ORCHARD', organisation: null, divisions: ['990100'], grids: [], purpose },
      acts: ['REPORT', 'HANDLE', 'REVEAL'],
      grants: [{ from: 'LIGHTHOUSE', dataClass: 'MATTERS', attribute: 'CONDITIONAL', purposes: [purpose], until: null }],
      scope: { wholeCity: true, counties: [], grids: null },
      limits: { documents: 'TRUSTED', pageSize: 100 },
      credential: { kind: 'TOKEN' },
    });
    const { readings } = (data!.whoAmI as { scope: { readings: readonly object[] } }).scope;
    expect(readings).toEqual([
      { dataClass: 'MATTERS', owners: ['LIGHTHOUSE', 'ORCHARD'], conditional: ['LIGHTHOUSE'] },
      ...['ELEMENTS', 'COUNTS', 'POSTS', 'OWN_FIELDS'].map((dataClass) => ({ dataClass, owners: ['ORCHARD'], conditional: [] })),
      { dataClass: 'INTAKE', owners: [], conditional: [] },
    ]);
    await withdraw(grant);
  });

  test.each([
    ['nothing', ''],
    ['too much', 'a'.repeat(201)],
    ['what is not encoded', '%E8%81'],
  ])('is refused for a purpose that says %s', async (_case, given) => {
    const { errors } = await handler.ask(matters, {}, { 'x-purpose': given });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('is refused on a socket for a purpose that says nothing', async () => {
    const live = liveClient(city.platform.url, await demoToken(city.platform), '  ');
    await expect(read(live).next()).rejects.toMatchObject({ code: 4400, reason: expect.stringMatching(/^BAD_USER_INPUT: purpose: /) });
    await live.dispose();
  });
});
