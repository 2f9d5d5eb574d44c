import { randomUUID } from 'node:crypto';

import { globalId, uuidOf } from '../../../src/kernel/ids.js';
import { askingAs } from '../../support/access/asking-as.js';
import type { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

const organisation = '1199010000000002BN';
const said = { document: '文〔2026〕1号', organisation, role: '科长' };
const decided = { documentNumber: '文〔2026〕2号', reason: '现场核对', organisation };
const beam = { department: 'LIGHTHOUSE', localId: '0001', layer: 'lighthouse/beam' };
const grid = { localId: '990101001001001', layer: 'city/all-elements' };
const id = (type: string): string => globalId(type, uuidOf('test', type));
const category = (code: string) => ({ standard: 'light-2020', kind: 'MATTER', code });

/** Every mutation that takes a decision, with an input that says nothing wrong. */
const mutations: Readonly<Record<string, object>> = {
  declareLink: { ...decided, unit: beam, layer: 'city/all-elements', weights: [{ localId: grid.localId, weight: 1 }], remainder: 0 },
  rejectLink: { ...decided, one: beam, other: grid },
  withdrawLinkDecision: { ...decided, id: id('LinkDecision'), expectedVersion: 1 },
  declareLineage: { ...said, layer: 'lighthouse/beam', kind: 'RECODED', from: '0003', to: '0001', effectiveOn: '2021-05-01' },
  redrawGrids: {
    ...said,
    layer: 'lighthouse/beam',
    effectiveFrom: '2030-01-01',
    ends: ['0001'],
    units: [{ localId: '0009', name: '新灯' }],
  },
  reviewRedraw: { ...said, id: id('Redraw'), expectedVersion: 1, outcome: 'APPROVED' },
  acknowledgeRedraw: { id: id('Redraw'), department: 'ORCHARD' },
  fileRedraw: { ...said, id: id('Redraw'), expectedVersion: 2 },
  declareCategoryLink: { ...said, from: category('01'), to: category('0101'), relation: 'NARROWER', validFrom: '2026-01-01' },
  withdrawCategoryLink: { ...said, link: id('CategoryLink') },
  declareOrganisationId: { ...said, of: organisation, issuer: '港城', scheme: 'stamp', code: 'S-1', validFrom: '2026-01-01' },
  withdrawOrganisationId: { ...said, id: id('OrganisationId') },
  moveDuties: { ...said, from: organisation, to: '1199010000000001AJ', effectiveFrom: '2026-01-01' },
  shareData: { ...said, from: 'ORCHARD', to: 'CITY', dataClass: 'MATTERS', attribute: 'UNCONDITIONAL', validFrom: '2026-01-01' },
  withdrawSharing: { ...said, grant: id('SharingGrant'), expectedVersion: 1 },
};

describe('decisions of others than those who may take them', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
  }, 120_000);
  afterAll(() => city?.stop());

  const answered = async (by: GraphqlClient, name: string): Promise<string> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const input = { idempotencyKey: randomUUID(), ...mutations[name] };
    const { data, text } = await by.ask<{ answer: { __typename: string } }>(
      `mutation ($input: ${type}) { answer: ${name}(input: $input) { __typename } }`,
      { input },
    );
    return data?.answer.__typename ?? text;
  };
  const tables = [
    'link_decision',
    'unit_lineage',
    'redraw',
    'category_link',
    'organisation_id',
    'duty_move',
    'sharing_grant',
    // How an office stands is told by the clock.
    `(select from event_log where topic <> 'department' union all select from event_inbox where topic <> 'department') told`,
    'idempotency_key',
  ];
  const state = async (): Promise<unknown> =>
    Promise.all(tables.map((table) => city.platform.running.databases.index.sql.query(`select count(*) from ${table}`)));
  const refusals = async (subject: string): Promise<readonly string[]> =>
    (
      await city.platform.running.databases.index.sql.query<{ act: string }>(
        `select act from audit_entry where subject = $1 and kind = 'REFUSAL' and outcome = 'REFUSED' and what ->> 'code' = 'FORBIDDEN' order by id`,
        [subject],
      )
    ).map(({ act }) => act);

  test.each([
    ['an analyst', { subject: 'a57-analyst', role: 'ANALYST' }],
    ['a screen', { subject: 'a57-screen', role: 'SCREEN' }],
    ['a machine of an office', { subject: 'a57-machine', role: 'DEPARTMENT_SYSTEM', department: 'ORCHARD' }],
    ['an auditor', { subject: 'a57-auditor', role: 'AUDITOR' }],
    ['a system administrator', { subject: 'a57-system', role: 'SYSTEM_ADMINISTRATOR' }],
  ] as const)('A57: of %s are refused, change nothing and are audited', async (_who, wish) => {
    const by = await askingAs(city.platform, wish);
    // A department's machine relates its own units, and none of the lighthouses'; that there is no such decision it may hear.
    const names = Object.keys(mutations).filter((name) => wish.role !== 'DEPARTMENT_SYSTEM' || name !== 'withdrawLinkDecision');
    const before = await state();
    for (const name of names) expect([name, await answered(by, name)]).toEqual([name, 'Forbidden']);
    expect(await state()).toEqual(before);
    expect(await refusals(wish.subject)).toEqual(names);
  });

  test('of an office about its own units are taken, and about another’s refused', async () => {
    const lighthouse = await askingAs(city.platform, { subject: 'lh', role: 'DATA_STEWARD', department: 'LIGHTHOUSE' });
    const orchard = await askingAs(city.platform, { subject: 'or', role: 'DATA_STEWARD', department: 'ORCHARD' });
    expect(await answered(orchard, 'rejectLink')).toBe('Forbidden');
    expect(await answered(lighthouse, 'rejectLink')).toBe('LinkDecisionChanged');
  });

  test('of a community about ground beyond it are refused', async () => {
    const clerk = (division: string) => askingAs(city.platform, { subject: division, role: 'GRID_OFFICE', divisions: [division] });
    expect(await answered(await clerk('990101001002'), 'declareLineage')).toBe('Forbidden');
    expect(await answered(await clerk('990101001'), 'declareLineage')).toBe('LineageChanged');
  });
});
