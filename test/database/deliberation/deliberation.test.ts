import { randomUUID } from 'node:crypto';

import type { Principal } from '../../../src/kernel/principal.js';
import { type Answer, aPersonOf, bodies, category, DeliberatingCity, township } from '../../support/deliberation/a-deliberating-city.js';
import { gridCodes } from '../../support/live/a-city-model.js';

const worker = aPersonOf('GRID_WORKER');
const committee = aPersonOf('COMMUNITY_STAFF', { organisation: bodies.committee });
const dispatcher = aPersonOf('TOWNSHIP_DISPATCHER', { divisions: [township] });

let city: DeliberatingCity;
beforeAll(async () => {
  city = await DeliberatingCity.make();
});
afterAll(() => city?.index.drop());

/** What the answer to a step shows. */
interface Outcome {
  readonly __typename: string;
  readonly deliberation?: { readonly id: string; readonly state: string; readonly version: number } & Answer;
  readonly idempotentReplay?: boolean;
  readonly message?: string;
  readonly allowed?: readonly string[];
}

const inputs = {
  proposeDeliberation: 'ProposeDeliberationInput',
  holdDeliberation: 'HoldDeliberationInput',
  decideDeliberation: 'DecideDeliberationInput',
  carryOutDecision: 'CarryOutDecisionInput',
  returnToDeliberation: 'ReasonedDeliberationInput',
  withdrawProposal: 'ReasonedDeliberationInput',
} as const;

async function act(principal: Principal, step: keyof typeof inputs, given: object): Promise<Outcome> {
  const document = `mutation ($input: ${inputs[step]}!) { ${step}(input: $input) { __typename
    ... on DeliberationChanged { deliberation { id state version } idempotentReplay } ... on Refusal { message allowed } } }`;
  const answer = await city.ask(principal, document, { input: { idempotencyKey: randomUUID(), ...given } });
  return answer[step] as Outcome;
}

const proposal = { grid: gridCodes.west, category, title: '加装路灯', text: '3号楼前夜间无灯，建议加装两盏。' };
const session = { platform: 'BUILDING', heldOn: '2026-11-22', participants: 12, inFavour: 9, against: 2, abstained: 1 };
const decision = {
  ...{ document: '居决〔2026〕3号', organisation: bodies.committee, role: '居委会主任' },
  ...{ outcome: 'ADOPTED', text: '采纳，加装两盏。', matters: [{ title: '加装路灯两盏' }] },
};

async function propose(principal = worker, changed: object = {}): Promise<string> {
  return (await act(principal, 'proposeDeliberation', { ...proposal, ...changed })).deliberation!.id;
}
/** A proposal that residents deliberated and, where `decided` is given, the community decided. */
async function deliberated(decided?: object): Promise<string> {
  const id = await propose();
  await act(committee, 'holdDeliberation', { id, expectedVersion: 1, ...session });
  if (decided) await act(committee, 'decideDeliberation', { id, expectedVersion: 2, ...decision, ...decided });
  return id;
}
const changed = (state: string, version: number): object => ({
  __typename: 'DeliberationChanged',
  deliberation: expect.objectContaining({ state, version }) as object,
});
/** Everything that a step may write; a refusal leaves a line in the audit log and nothing else. */
const written = (): Promise<unknown> =>
  Promise.all(
    ['deliberation', 'deliberation_step', 'deliberation_session', 'deliberation_matter', 'matter', 'event_inbox', 'idempotency_key'].map(
      (table) => city.rows(`select * from ${table} as row order by row::text`),
    ),
  );

const shown = `{ state version title text divisionCode result allowed category { code } grid { code }
  sessions { version platform heldOn participants inFavour against abstained }
  decision { outcome text document role organisation { code } matters { title state decidedBy { id } } }
  history { version step fromState toState words organisation { code } } }`;
const read = async (id: string, principal = worker): Promise<Answer> =>
  (await city.ask(principal, `query ($id: ID!) { deliberation(id: $id) ${shown} }`, { id }))['deliberation'] as Answer;

describe('what a grid proposes', () => {
  test('is deliberated, decided with the matters that it opens, and carried out; every step is told once', async () => {
    const id = await propose();
    expect(await act(committee, 'holdDeliberation', { id, expectedVersion: 1, ...session })).toMatchObject(changed('DELIBERATED', 2));
    expect(await act(committee, 'decideDeliberation', { id, expectedVersion: 2, ...decision })).toMatchObject(changed('ADOPTED', 3));
    const carriedOut = { id, expectedVersion: 3, result: '已装两盏。' };
    expect(await act(committee, 'carryOutDecision', carriedOut)).toMatchObject(changed('CARRIED_OUT', 4));

    expect(await read(id)).toEqual({
      ...{ state: 'CARRIED_OUT', version: 4, title: proposal.title, text: proposal.text, divisionCode: '360203003002' },
      ...{ result: '已装两盏。', allowed: [], category: { code: '01' }, grid: { code: gridCodes.west } },
      sessions: [{ version: 2, ...session }],
      decision: {
        ...{ outcome: 'ADOPTED', text: decision.text, document: decision.document, role: decision.role },
        ...{ organisation: { code: bodies.committee }, matters: [{ title: '加装路灯两盏', state: 'REPORTED', decidedBy: { id } }] },
      },
      history: [
        { version: 1, step: 'proposeDeliberation', fromState: null, toState: 'PROPOSED', words: null, organisation: null },
        {
          version: 2,
          step: 'holdDeliberation',
          fromState: 'PROPOSED',
          toState: 'DELIBERATED',
          words: null,
          organisation: { code: 'committee' },
        },
        {
          ...{ version: 3, step: 'decideDeliberation', fromState: 'DELIBERATED', toState: 'ADOPTED', words: decision.text },
          organisation: { code: 'committee' },
        },
        {
          ...{ version: 4, step: 'carryOutDecision', fromState: 'ADOPTED', toState: 'CARRIED_OUT', words: '已装两盏。' },
          organisation: { code: 'committee' },
        },
      ],
    });
    const events = await city.rows<{ payload: { deliberation: string; state: string } }>(
      `select version, kind, division_code as division, payload from event_inbox where topic = 'deliberation' order by id`,
    );
    expect(events.filter(({ payload }) => payload.deliberation === id)).toEqual(
      [
        [null, 'PROPOSED', 'proposeDeliberation'],
        ['PROPOSED', 'DELIBERATED', 'holdDeliberation'],
        ['DELIBERATED', 'ADOPTED', 'decideDeliberation'],
        ['ADOPTED', 'CARRIED_OUT', 'carryOutDecision'],
      ].map(([from, state, step], nth) => ({
        ...{ version: nth + 1, kind: 'DELIBERATION_CHANGED', division: '360203003002' },
        payload: { deliberation: id, from, state, step },
      })),
    );
  });

  test('goes back with a reason, and then another decision stands', async () => {
    const id = await deliberated({});
    const returned = { id, expectedVersion: 3, reason: '参加人数过少。' };
    expect(await act(dispatcher, 'returnToDeliberation', returned)).toMatchObject(changed('RETURNED', 4));
    expect(await read(id)).toMatchObject({ decision: null, allowed: ['holdDeliberation', 'withdrawProposal'] });
    await act(committee, 'holdDeliberation', { id, expectedVersion: 4, ...session, platform: 'COMMUNITY', participants: 80 });
    const again = { ...decision, outcome: 'NOT_ADOPTED', text: '多数反对。', matters: [] };
    expect(await act(committee, 'decideDeliberation', { id, expectedVersion: 5, ...again })).toMatchObject(changed('NOT_ADOPTED', 6));
    expect(await read(id)).toMatchObject({
      decision: { outcome: 'NOT_ADOPTED', text: '多数反对。', matters: [] },
      sessions: [{ participants: 12 }, { participants: 80 }],
      allowed: ['returnToDeliberation'],
    });
  });

  test('is taken back by the account that proposed it, and by no other', async () => {
    const id = await propose();
    const withdrawal = { id, expectedVersion: 1, reason: '已解决。' };
    expect(await act(committee, 'withdrawProposal', withdrawal)).toMatchObject({ __typename: 'Forbidden' });
    expect(await act(worker, 'withdrawProposal', withdrawal)).toMatchObject(changed('WITHDRAWN', 2));
  });

  test('is done once for its key', async () => {
    const input = { ...proposal, idempotencyKey: randomUUID() };
    const first = await act(worker, 'proposeDeliberation', input);
    const before = await written();
    expect(await act(worker, 'proposeDeliberation', input)).toEqual({ ...first, idempotentReplay: true });
    expect(await act(worker, 'proposeDeliberation', { ...input, title: '别的' })).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    expect(await written()).toEqual(before);
  });

  test('moves once when two step at the same time: the other learns the version of now', async () => {
    const id = await propose();
    const steps = await Promise.all([
      act(committee, 'holdDeliberation', { id, expectedVersion: 1, ...session }),
      act(worker, 'withdrawProposal', { id, expectedVersion: 1, reason: '已解决。' }),
    ]);
    expect(steps.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'DeliberationChanged']);
    expect(steps.find(({ __typename }) => __typename === 'Conflict')!.message).toContain('expected 2');
    expect(await read(id)).toMatchObject({ version: 2 });
  });
});

/** How far what a refusal needs has come: its id and its version. */
const stages = {
  nothing: () => Promise.resolve({}),
  proposed: async () => ({ id: await propose(), expectedVersion: 1 }),
  deliberated: async () => ({ id: await deliberated(), expectedVersion: 2 }),
  decided: async () => ({ id: await deliberated({}), expectedVersion: 3 }),
};

/** A step that is refused. */
interface Refused {
  readonly stage: keyof typeof stages;
  readonly by: Principal;
  readonly step: keyof typeof inputs;
  readonly given: object;
  readonly answer: object;
}

const staff = (changedIn: Partial<Principal>): Principal => aPersonOf('COMMUNITY_STAFF', changedIn);
const elsewhere = { divisions: ['360202'] };
const refused: Readonly<Record<string, Refused>> = {
  ...Object.fromEntries(
    Object.entries<readonly [Principal, object, string]>({
      'a proposal by a role that proposes nothing': [aPersonOf('ANALYST'), {}, 'Forbidden'],
      'a proposal beyond one’s divisions': [aPersonOf('GRID_WORKER', elsewhere), {}, 'Forbidden'],
      'a proposal for another’s grid': [aPersonOf('GRID_WORKER', { grids: [gridCodes.east] }), {}, 'Forbidden'],
      'an unknown grid': [worker, { grid: '360203003002999' }, 'NotFound'],
      'an unknown category': [worker, { category: { ...category, code: '99' } }, 'BadInput'],
      'a title that is empty': [worker, { title: ' ' }, 'BadInput'],
      'a text of 2,001 characters': [worker, { text: '路'.repeat(2_001) }, 'BadInput'],
      'a text with a mobile number': [worker, { text: '联系 13800138000' }, 'BadInput'],
    }).map(([name, [by, given, __typename]]) => [
      name,
      { stage: 'nothing', by, step: 'proposeDeliberation', given: { ...proposal, ...given }, answer: { __typename } } as const,
    ]),
  ),
  'a session that the grid worker enters': {
    ...{ stage: 'proposed', by: worker, step: 'holdDeliberation', given: session },
    answer: { __typename: 'Forbidden' },
  },
  'a session held tomorrow': {
    ...{ stage: 'proposed', by: committee, step: 'holdDeliberation', given: { ...session, heldOn: '2026-11-23' } },
    answer: { __typename: 'BadInput' },
  },
  'a decision before residents deliberated': {
    ...{ stage: 'proposed', by: committee, step: 'decideDeliberation', given: decision },
    answer: { __typename: 'IllegalTransition', allowed: ['holdDeliberation', 'withdrawProposal'] },
  },
  'a stale version': {
    ...{ stage: 'deliberated', by: committee, step: 'decideDeliberation', given: { ...decision, expectedVersion: 1 } },
    answer: { __typename: 'Conflict', allowed: ['holdDeliberation', 'decideDeliberation'] },
  },
  'a decision of another community’s committee': {
    ...{ stage: 'deliberated', by: staff({}), step: 'decideDeliberation', given: { ...decision, organisation: bodies.neighbour } },
    answer: { __typename: 'Forbidden' },
  },
  'a decision of the township’s government': {
    ...{ stage: 'deliberated', by: staff({}), step: 'decideDeliberation', given: { ...decision, organisation: bodies.government } },
    answer: { __typename: 'Forbidden' },
  },
  'a decision for a committee that the caller does not act for': {
    ...{ stage: 'deliberated', by: staff({ organisation: bodies.neighbour }), step: 'decideDeliberation', given: decision },
    answer: { __typename: 'Forbidden' },
  },
  'matters of a proposal that is not adopted': {
    ...{ stage: 'deliberated', by: committee, step: 'decideDeliberation', given: { ...decision, outcome: 'NOT_ADOPTED' } },
    answer: { __typename: 'BadInput' },
  },
  'a second matter that names a person, and the first with it': {
    ...{ stage: 'deliberated', by: committee, step: 'decideDeliberation' },
    given: { ...decision, matters: [{ title: '加装路灯' }, { title: '联系13800138000' }] },
    answer: { __typename: 'BadInput' },
  },
  'a return by the community itself': {
    ...{ stage: 'decided', by: committee, step: 'returnToDeliberation', given: { reason: '再议。' } },
    answer: { __typename: 'Forbidden' },
  },
  'a return without a reason': {
    ...{ stage: 'decided', by: dispatcher, step: 'returnToDeliberation', given: { reason: '' } },
    answer: { __typename: 'BadInput' },
  },
  'a step with what the caller does not see': {
    ...{ stage: 'decided', by: aPersonOf('TOWNSHIP_DISPATCHER', elsewhere), step: 'returnToDeliberation', given: { reason: '再议。' } },
    answer: { __typename: 'NotFound' },
  },
  'the id of anything else': {
    ...{ stage: 'decided', by: committee, step: 'carryOutDecision', given: { id: 'R3JpZDp4', result: '已装。' } },
    answer: { __typename: 'BadInput' },
  },
};

describe('what is refused changes nothing', () => {
  test.each(Object.entries(refused))('%s', async (_name, { stage, by, step, given, answer }) => {
    const on = await stages[stage]();
    const before = await written();
    const outcome = await act(by, step, { ...on, ...given });
    expect(outcome).toMatchObject(answer);
    expect(JSON.stringify(outcome)).not.toContain('13800138000');
    expect(await written()).toEqual(before);
  });
});

describe('who sees it', () => {
  const list = async (principal: Principal, where: object = {}): Promise<readonly string[]> => {
    const answer = await city.ask(
      principal,
      'query ($where: DeliberationFilter) { deliberations(where: $where, first: 100) { nodes { id } } }',
      {
        where,
      },
    );
    return (answer['deliberations'] as { nodes: readonly { id: string }[] }).nodes.map(({ id }) => id);
  };
  const office = (department: string): Principal => aPersonOf('DEPARTMENT_HANDLER', { department });

  test('an office sees its own proposals, the city’s people of the ground see all of them', async () => {
    const own = await propose(office('PARTY_BUILDING'));
    const common = await propose();
    expect(await list(office('PARTY_BUILDING'))).toContain(own);
    expect(await list(office('PARTY_BUILDING'))).not.toContain(common);
    expect(await list(office('PETITION'))).toEqual([]);
    expect(await list(worker)).toEqual(expect.arrayContaining([common, own]));
    expect(await list(aPersonOf('GRID_WORKER', { divisions: ['360202'] }))).toEqual([]);
    expect(await list(aPersonOf('GRID_WORKER', { grids: [gridCodes.east] }))).toEqual([]);
    expect(await read(own, office('PETITION'))).toBeNull();
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await city.ask(worker, node, { id: own })).toEqual({ node: { id: own } });
    expect(await city.ask(office('PETITION'), node, { id: own })).toEqual({ node: null });
  });

  test('lists narrow by state, grid, division, category and time', async () => {
    const id = await propose(worker, { grid: gridCodes.east });
    await act(worker, 'withdrawProposal', { id, expectedVersion: 1, reason: '重复。' });
    const east = { grid: gridCodes.east };
    expect(await list(worker, east)).toEqual([id]);
    expect(await list(worker, { ...east, state: ['WITHDRAWN'], category, division: { within: '360203' } })).toEqual([id]);
    expect(await list(worker, { ...east, proposedAt: { gte: '2026-11-22T02:00:00Z', lt: '2026-11-22T02:00:01Z' } })).toEqual([id]);
    for (const other of [
      { state: ['PROPOSED'] },
      { division: { within: '360202' } },
      { division: { eq: '360203' } },
      { category: { ...category, code: '02' } },
      { proposedAt: { lt: '2026-11-22T02:00:00Z' } },
      { grid: '360203003002999' },
    ])
      expect(await list(worker, { ...east, ...other })).toEqual([]);
  });

  test('pages follow each other without a gap, in the list and of a grid, and count what is seen', async () => {
    const all = await list(worker);
    const walked: string[] = [];
    for (let after: string | null = null; ;) {
      const answer = await city.ask(
        worker,
        'query ($after: Cursor) { deliberations(first: 3, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const page = answer['deliberations'] as Page;
      expect(page.totalCount).toBe(all.length);
      walked.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(walked).toEqual(all);

    const ofGrids = `query ($after: Cursor) {
      east: allElementsGrid(code: "${gridCodes.east}") { deliberations(first: 2) { ...page } }
      west: allElementsGrid(code: "${gridCodes.west}") { deliberations(first: 2, after: $after) { ...page } } }
      fragment page on DeliberationConnection { totalCount nodes { id } pageInfo { hasNextPage endCursor } }`;
    type Grids = Readonly<Record<'east' | 'west', { readonly deliberations: Page }>>;
    const first = (await city.ask(worker, ofGrids)) as Grids;
    const next = (await city.ask(worker, ofGrids, { after: first.west.deliberations.pageInfo.endCursor })) as Grids;
    const west = await list(worker, { grid: gridCodes.west });
    const idsOf = ({ deliberations }: Grids['west']): readonly string[] => deliberations.nodes.map(({ id }) => id);
    expect([...idsOf(first.west), ...idsOf(next.west)]).toEqual(west.slice(0, 4));
    expect(first.west.deliberations.totalCount).toBe(west.length);
    expect(idsOf(first.east)).toEqual(await list(worker, { grid: gridCodes.east }));
  });
});

/** A page as these queries show it. */
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
