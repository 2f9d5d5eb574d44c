import { execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';

import { longestWaitMs } from '../../../src/features/live/storage/matters/log-change-events.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';
import { aScope } from '../../support/access/a-scope.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { gridCodes, partyUnit, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { aMatter, analyst, LiveCity } from '../../support/live/a-live-city.js';
import { liveSchema } from '../../support/live/live-schema.js';
import { type AnswerStream, subscribeAfresh } from '../../support/live/subscribe-afresh.js';
import { descriptionFaults } from '../../support/schema/description-faults.js';

const document = `subscription Changes($where: MatterEventFilter, $after: Cursor, $unitsOf: UnitsOfInput) {
  matterEvents(where: $where, after: $after, unitsOf: $unitsOf) {
    __typename
    ... on MatterEvent { cursor position kind matter { id localId title version } transition { version fromState toState }
      units { layer placements { grid { name } weight by } unplaced doubleCover } }
    ... on StreamGap { from to reason resync }
    ... on Heartbeat { cursor serverTime }
  }
}`;

describe('matterEvents', () => {
  let city: LiveCity;
  let schema: GraphQLSchema;
  beforeEach(async () => {
    city = await LiveCity.open();
    schema = await liveSchema(city);
  });
  afterEach(() => city.log.close());

  const contextOf = (): RequestContext => ({
    principal: analyst,
    scope: aScope(),
    scopeNow: () => city.scope,
    purpose: null,
    clock: { now: () => city.now },
    requestId: 'test',
    language: 'en',
    model: city.model,
  });
  const ask = async (variableValues: Record<string, unknown> = {}): Promise<AnswerStream | ExecutionResult> =>
    subscribeAfresh<RequestContext>({ schema, document: parse(document), contextValue: contextOf(), variableValues }, (given) => ({
      ...given,
      model: city.model,
    }));
  const subscribed = async (variables: Record<string, unknown> = {}): Promise<AnswerStream> => {
    const answer = await ask(variables);
    if ('next' in answer) return answer;
    throw new Error(`Expected a stream, got ${JSON.stringify(answer)}.`);
  };
  const delivered = async (stream: AnswerStream): Promise<Record<string, unknown>> => {
    const { value } = await stream.next();
    expect(value?.errors).toBeUndefined();
    return value!.data!['matterEvents'] as Record<string, unknown>;
  };

  test('delivers a heartbeat at once and then each change with its matter and its step', async () => {
    const stream = await subscribed();
    expect(await delivered(stream)).toEqual({ __typename: 'Heartbeat', cursor: expect.any(String), serverTime: city.now });

    const matter = aMatter('M 1');
    city.steps.push({ ...stepOf(matter.uuid, 1), fromState: null, toState: 'REPORTED' });
    await city.record(matter);

    expect(await delivered(stream)).toEqual({
      __typename: 'MatterEvent',
      cursor: expect.any(String),
      position: 1,
      kind: 'MATTER_RECORDED',
      matter: { id: matter.id, localId: 'M 1', title: matter.title, version: 1 },
      transition: { version: 1, fromState: null, toState: 'REPORTED' },
      units: null,
    });
    await stream.return?.();
  });

  test('shows the matter and its history as they are at each delivery, not as they were at the first', async () => {
    const stream = await subscribed();
    await delivered(stream);
    const matter = aMatter('M 1');
    await city.record(matter);
    expect(await delivered(stream)).toMatchObject({ matter: { version: 1, title: matter.title }, transition: null });

    city.steps.push({ ...stepOf(matter.uuid, 2), fromState: 'REPORTED', toState: 'DISPATCHED' });
    await city.record({ ...matter, version: 2, title: '已派单', state: 'DISPATCHED' });

    expect(await delivered(stream)).toMatchObject({
      matter: { version: 2, title: '已派单' },
      transition: { version: 2, toState: 'DISPATCHED' },
    });
    await stream.return?.();
  });

  test('filters by an office’s own unit and resumes under the same filter', async () => {
    const where = {
      unit: { department: 'URBAN_MANAGEMENT', localId: urbanUnits.west },
      department: ['URBAN_MANAGEMENT', 'HOUSING'],
      state: ['REPORTED'],
    };
    const stream = await subscribed({ where });
    const { cursor } = await delivered(stream);
    await city.record(aMatter('elsewhere', { longitude: 117.215 }), aMatter('here'));
    expect(await delivered(stream)).toMatchObject({ matter: { localId: 'here' } });

    const resumed = await subscribed({ where: { ...where, department: ['HOUSING', 'URBAN_MANAGEMENT'] }, after: cursor });
    await delivered(resumed);
    expect(await delivered(resumed)).toMatchObject({ matter: { localId: 'here' } });
  });

  test('tells where each matter lies in the layer that the viewer names, with weights that add up', async () => {
    const inPartyUnits = await subscribed({ unitsOf: { department: 'PARTY_BUILDING' } });
    const inGrids = await subscribed({ unitsOf: {} });
    for (const stream of [inPartyUnits, inGrids]) await delivered(stream);
    await city.record(
      aMatter('by its point'),
      aMatter('by its unit', { longitude: null, latitude: null, unitUuid: uuidOfUnit.party(partyUnit), department: 'PARTY_BUILDING' }),
    );

    expect((await delivered(inPartyUnits))['units']).toEqual({
      ...{ layer: 'party-building/branch', placements: [], unplaced: 1, doubleCover: 0 },
    });
    expect((await delivered(inPartyUnits))['units']).toMatchObject({
      ...{ placements: [{ grid: { name: partyUnit }, weight: 1, by: 'OWN_UNIT' }], unplaced: 0 },
    });
    const west = { name: gridCodes.west };
    expect((await delivered(inGrids))['units']).toMatchObject({ placements: [{ grid: west, weight: 1, by: 'POINT' }], unplaced: 0 });
    const { placements, unplaced } = (await delivered(inGrids))['units'] as { placements: unknown; unplaced: number };
    expect(placements).toEqual([{ grid: west, weight: 0.8, by: 'CROSSWALK' }]);
    expect(0.8 + unplaced).toBe(1);
  });

  test('refuses the layer of another office, and the cursor of a stream in other ids', async () => {
    const refused = await ask({ unitsOf: { department: 'PARTY_BUILDING', layer: 'urban-management/unit' } });
    expect(refused).toMatchObject({
      errors: [{ originalError: { code: 'BAD_USER_INPUT', details: { known: ['party-building/branch'] } } }],
    });

    const { cursor } = await delivered(await subscribed({ unitsOf: { layer: 'urban-management/unit' } }));
    expect(await delivered(await subscribed({ unitsOf: { department: 'URBAN_MANAGEMENT' }, after: cursor }))).toMatchObject({ cursor });
    expect(await ask({ after: cursor })).toMatchObject({ errors: [{ originalError: { code: 'CURSOR_INVALID' } }] });
  });

  test('refuses the cursor of another filter when subscribing', async () => {
    const { cursor } = await delivered(await subscribed());

    const refused = await ask({ where: { department: ['PETITION'] }, after: cursor });

    expect(refused).toMatchObject({ errors: [{ path: ['matterEvents'], originalError: { code: 'CURSOR_INVALID' } }] });
    expect(city.log.subscribers).toBe(1);
  });

  test('takes an empty filter and none for the same', async () => {
    const { cursor } = await delivered(await subscribed({ where: {} }));
    expect(await delivered(await subscribed({ where: null, after: cursor }))).toMatchObject({ __typename: 'Heartbeat' });
  });

  test('names the gap after a restore', async () => {
    const { cursor } = await delivered(await subscribed());
    city.log.renewEpoch();

    expect(await delivered(await subscribed({ after: cursor }))).toEqual({
      __typename: 'StreamGap',
      from: cursor,
      to: expect.any(String),
      reason: 'EPOCH_CHANGED',
      resync: true,
    });
  });

  test('lets go of the log when the client goes, even while it waits for a change', async () => {
    const stream = await subscribed();
    await delivered(stream);
    const waiting = stream.next();
    await stream.return?.();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(city.log.subscribers).toBe(0);
  });

  test('ends when a context cannot be renewed, and lets go of the log', async () => {
    const args = { schema, document: parse(document), contextValue: contextOf() };
    const stream = (await subscribeAfresh(args, () => {
      throw new Error('revoked');
    })) as AnswerStream;

    await expect(stream.next()).rejects.toThrow('revoked');
    expect(city.log.subscribers).toBe(0);
  });

  test('every type, field and argument is described in both languages', () => {
    const own = /^(MatterEvent|UnitsOf|Area|Responsible|StreamGap|Heartbeat|Subscription|MatterChanged|Indicator)/;
    expect(descriptionFaults(schema).filter((fault) => own.test(fault))).toEqual([]);
    expect(Object.keys(schema.getSubscriptionType()!.getFields())).toContain('matterEvents');
  });
});

describe('the event of a mutation', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const run = async (field: string): Promise<ExecutionResult> =>
    execute({
      schema: await liveSchema(city),
      document: parse(`mutation { ${field} { matter { localId } event { cursor position kind matter { localId } } } }`),
      contextValue: { principal: analyst, scope: city.scope },
    });

  test('comes with the answer, and its cursor resumes the stream without conditions', async () => {
    const { data, errors } = await run('record');
    expect(errors).toBeUndefined();
    expect(data!['record']).toMatchObject({ event: { position: 1, kind: 'MATTER_RECORDED', matter: { localId: 'from a mutation' } } });
    const { cursor } = (data!['record'] as { event: { cursor: string } }).event;

    const stream = await city.stream({}, cursor);
    await city.record(aMatter('next'));
    await stream.next();
    expect((await stream.next()).value).toMatchObject({ matter: { localId: 'next' } });
    await stream.return?.();
    expect(city.log.subscribers).toBe(0);
  });

  test('is null when the log is still behind after 5 s', async () => {
    const answer = run('recordUnsequenced');
    await eventually('the event is waited for', () => city.ticker.paces.includes(5_000));
    city.ticker.tick();

    expect(await answer).toMatchObject({ data: { recordUnsequenced: { matter: { localId: 'not in the log' }, event: null } } });
    expect(longestWaitMs).toBe(5_000);
    expect(city.log.subscribers).toBe(0);
    expect(city.ticker.paces).toEqual([]);
  });
});

function stepOf(matterUuid: string, version: number) {
  return {
    matterUuid,
    version,
    organisationUuid: null,
    occurredAt: new Date('2026-11-22T02:00:00Z'),
    recordedAt: new Date('2026-11-22T02:00:01Z'),
    step: null,
    officeState: null,
    reason: null,
    carried: null,
  };
}
