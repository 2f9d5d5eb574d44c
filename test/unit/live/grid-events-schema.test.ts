import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';

import type { RequestContext } from '../../../src/graphql/request-context.js';
import { unitUuid, uuidOf } from '../../../src/kernel/ids.js';
import { aScope } from '../../support/access/a-scope.js';
import { community, urbanUnits } from '../../support/live/a-city-model.js';
import { analyst, LiveCity } from '../../support/live/a-live-city.js';
import { liveSchema } from '../../support/live/live-schema.js';
import { type AnswerStream, subscribeAfresh } from '../../support/live/subscribe-afresh.js';
import { descriptionFaults } from '../../support/schema/description-faults.js';

const document = `subscription Ground($where: GridEventFilter, $after: Cursor) {
  gridEvents(where: $where, after: $after) {
    __typename
    ... on GridEvent { kind position }
    ... on UnitEvent { unit { ...U } division { name } effectiveFrom redrawId successors { unit { ...U } weight } predecessors { weight } }
    ... on LinksEvent { unit { localId } towards { key } ofEveryUnit }
    ... on DivisionEvent { code name parentCode division { name } }
    ... on Heartbeat { cursor }
  }
}
fragment U on UnitOfRecord { localId name layer { key } grid { name } }`;

describe('gridEvents', () => {
  let city: LiveCity;
  let schema: GraphQLSchema;
  beforeEach(async () => {
    city = await LiveCity.open();
    schema = await liveSchema(city);
  });
  afterEach(() => city.log.close());

  const ask = (variableValues: Record<string, unknown> = {}): Promise<AnswerStream | ExecutionResult> => {
    const contextValue: RequestContext = {
      ...{ principal: analyst, scope: aScope(), scopeNow: () => city.scope, purpose: null, clock: { now: () => city.now } },
      ...{ requestId: 'test', language: 'en', model: city.model },
    };
    return subscribeAfresh<RequestContext>({ schema, document: parse(document), contextValue, variableValues }, (given) => ({ ...given }));
  };
  const subscribed = async (where: object | null = null): Promise<AnswerStream> => {
    const answer = await ask({ where });
    if ('next' in answer) return answer;
    throw new Error(`Expected a stream, got ${JSON.stringify(answer)}.`);
  };
  const delivered = async (stream: AnswerStream): Promise<unknown> => {
    const { value } = await stream.next();
    expect(value?.errors).toBeUndefined();
    return value!.data!['gridEvents'];
  };
  const common = { version: 1, department: 'URBAN_MANAGEMENT', divisionCode: community, occurredAt: new Date('2026-11-22T07:00:00Z') };

  test('show a unit with its layer, its division and the unit of today, links with the layers, and divisions', async () => {
    const uuid = unitUuid('urban-management/unit', urbanUnits.west, 1);
    const { department, divisionCode } = common;
    const names = { layerKey: 'urban-management/unit', department, localId: urbanUnits.west, generation: 1, name: '新名', divisionCode };
    city.lineage.record({ uuid, ...names, areaM2: null, validFrom: '2024-01-01', validTo: null });
    const stream = await subscribed({ division: { within: '360203' }, area: { west: 117, south: 29, east: 118, north: 30 } });
    expect(await delivered(stream)).toMatchObject({ __typename: 'Heartbeat' });
    const told = { layer: names.layerKey, localId: names.localId, validFrom: '2026-11-22', redraw: null };
    await city.log.transaction((sink) =>
      sink.append([
        { ...common, topic: 'grid', kind: 'UNIT_CHANGED', subject: uuid, payload: told },
        { ...common, topic: 'link', kind: 'LINKS_CHANGED', subject: uuid, payload: { ...told, towards: ['party-building/branch'] } },
        {
          ...{ ...common, topic: 'division', kind: 'DIVISION_CHANGED', subject: uuidOf('division', community), department: null },
          payload: { name: '旧名', level: 'COMMUNITY', parent: '360203003', validFrom: '2024-01-01', validTo: null },
        },
      ]),
    );

    const unit = { localId: urbanUnits.west, name: '新名', layer: { key: names.layerKey }, grid: { name: urbanUnits.west } };
    expect(await delivered(stream)).toEqual({
      ...{ __typename: 'UnitEvent', kind: 'UNIT_CHANGED', position: 1, unit, division: { name: '陶溪川社区居委会' } },
      ...{ effectiveFrom: '2026-11-22', redrawId: null, successors: [], predecessors: [] },
    });
    expect(await delivered(stream)).toMatchObject({ towards: [{ key: 'party-building/branch' }], ofEveryUnit: false });
    expect(await delivered(stream)).toMatchObject({ code: community, name: '旧名', division: { name: '陶溪川社区居委会' } });
    await stream.return?.();
  });

  test('go on under the same filter however it is written', async () => {
    const stream = await subscribed({ kind: ['UNIT_ADDED', 'LINKS_CHANGED'], layer: ['party-building/branch', 'urban-management/unit'] });
    const { cursor } = (await delivered(stream)) as { readonly cursor: string };
    const where = {
      kind: ['LINKS_CHANGED', 'UNIT_ADDED', 'UNIT_ADDED'],
      layer: ['urban-management/unit', 'party-building/branch'],
      area: null,
    };
    expect(await ask({ where, after: cursor })).toHaveProperty('next');
    expect(await ask({ where: { kind: ['UNIT_ADDED'] }, after: cursor })).toMatchObject({
      errors: [{ originalError: { code: 'CURSOR_INVALID' } }],
    });
  });

  test('refuse an area without ground', async () => {
    const area = { west: 118, south: 29, east: 117, north: 30 };
    expect(await ask({ where: { area } })).toMatchObject({ errors: [{ path: ['gridEvents'], originalError: { code: 'BAD_USER_INPUT' } }] });
  });

  test('are described in both languages, with all that they show, and so are changes of elements and offices', () => {
    const own = /^(Grid|Unit|Links|Decision|Redraw|Division|Element|Department)Event|^UnitShare|^AreaInput|^Subscription/;
    expect(descriptionFaults(schema).filter((fault) => own.test(fault))).toEqual([]);
  });
});
