import { randomUUID } from 'node:crypto';

import type { Client } from 'graphql-ws';

import { ringsToGeoJson } from '../../../src/geometry/rings-geojson.js';
import { demoToken } from '../../support/access/demo-token.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient } from '../../support/gateway/live-client.js';
import type { PackCopy } from '../../support/intake/pack-copy.js';
import { OutageCity } from '../../support/outage/outage-city.js';

const layer = 'lighthouse/beam';
const bodies = { township: '1199010000000003CT', county: 'C-1', city: '1199010000000001AJ' };

/** The county level reviews redraws. */
const withCounty = (pack: PackCopy): Promise<void> =>
  pack.append('organisations.csv', `harbour,berth,${bodies.county},东区政府,GOVERNMENT,COUNTY,990101,,,,\n`);

type Delivery = Readonly<Record<string, unknown>> & { readonly __typename: string };

describe('what happens to units, elements and offices, over WebSocket', () => {
  let city: OutageCity;
  let client: Client;
  beforeAll(async () => {
    city = await OutageCity.start({ SOURCE_TIMEOUT: '1000' });
    client = liveClient(city.platform.url);
  }, 120_000);
  afterAll(async () => {
    await client?.dispose();
    await city?.stop();
  });

  /** Opens a subscription and waits for its first heartbeat. */
  const open = async (field: string, selection: string) => {
    const query = `subscription { delivery: ${field} { __typename ... on Heartbeat { cursor } ${selection} } }`;
    const deliveries = client.iterate<{ readonly delivery: Delivery }>({ query });
    const next = async (): Promise<Delivery> => {
      const { value } = (await deliveries.next()) as { value: { data?: { delivery: Delivery } | null; errors?: unknown } };
      expect(value.errors).toBeUndefined();
      return value.data!.delivery;
    };
    const nextWhere = async (isMeant: (delivery: Delivery) => boolean): Promise<Delivery> => {
      for (;;) {
        const delivery = await next();
        if (isMeant(delivery)) return delivery;
      }
    };
    expect((await next()).__typename).toBe('Heartbeat');
    return { nextWhere, stop: async () => void (await deliveries.return?.()) };
  };

  test('a redraw is told with what replaced each unit, once the city that is asked afterwards has it', async () => {
    await city.tell(withCounty);
    const http = new GraphqlClient(city.platform.url, await demoToken(city.platform));
    const model = city.platform.running.models.current();
    const unit = model.unit(layer, '0001')!;
    const act = async (name: string, input: object): Promise<{ readonly id: string; readonly version: number }> => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const asked = `mutation M($input: ${type}) { result: ${name}(input: $input) { ... on RedrawChanged { redraw { id version } } ... on Refusal { message } } }`;
      const { result } = await http.data<{ result: { redraw?: { id: string; version: number }; message?: string } }>(asked, {
        input: { idempotencyKey: randomUUID(), role: '网格办主任', document: `〔2026〕${name}`, ...input },
      });
      expect(result.message).toBeUndefined();
      return result.redraw!;
    };
    const of = '{ localId layer { key } grid { id } }';
    const stream = await open(
      `gridEvents(where: { layer: ["${layer}"], kind: [UNIT_RETIRED, UNIT_ADDED, REDRAW_NOTIFIED, REDRAW_FILED] })`,
      `... on GridEvent { kind position } ... on UnitEvent { unit ${of} effectiveFrom redrawId successors { weight unit ${of} } predecessors { weight unit ${of} } }
       ... on RedrawEvent { redraw { id state ends { localId } units { localId } } }`,
    );

    const boundary = ringsToGeoJson(unit.rings!);
    const units = [{ localId: '0099', name: '新灯', divisionCode: unit.divisionCode, boundary }];
    const { id } = await act('redrawGrids', { layer, effectiveFrom: model.at, ends: ['0001'], units, organisation: bodies.township });
    await act('reviewRedraw', { id, expectedVersion: 1, outcome: 'APPROVED', organisation: bodies.county });
    await act('fileRedraw', { id, expectedVersion: 2, organisation: bodies.city });

    const told: Delivery[] = [];
    while (told.length < 4) told.push(await stream.nextWhere(({ __typename }) => __typename !== 'Heartbeat'));
    const [old, young] = ['0001', '0099'].map((localId) => ({ localId, layer: { key: layer } }));
    expect(told.find(({ kind }) => kind === 'UNIT_RETIRED')).toMatchObject({
      ...{ unit: { ...old, grid: null }, effectiveFrom: model.at, redrawId: id },
      successors: [{ weight: 1, unit: { ...young, grid: { id: expect.any(String) as string } } }],
    });
    expect(told.find(({ kind }) => kind === 'UNIT_ADDED')).toMatchObject({
      ...{ unit: young, redrawId: id, predecessors: [{ weight: 1, unit: old }] },
    });
    expect(told.filter(({ __typename }) => __typename === 'RedrawEvent')).toMatchObject([
      { kind: 'REDRAW_NOTIFIED', redraw: { id } },
      { kind: 'REDRAW_FILED', redraw: { id, state: 'FILED', ends: [{ localId: '0001' }], units: [{ localId: '0099' }] } },
    ]);
    const positions = told.map(({ position }) => Number(position));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    await stream.stop();
  }, 60_000);

  test('an element that its office’s feed changes is told as it is by then', async () => {
    const stream = await open(
      'elementEvents(where: { department: [LIGHTHOUSE], elementKind: [BUILDING] })',
      '... on ElementEvent { kind element { name sourceId ... on Building { use } } fromGrid { localId } fromDivision { code } }',
    );
    await city.tell((pack) => pack.replace('lighthouse/buildings.csv', '守塔人宿舍', '守塔人新宿舍'));

    expect(await stream.nextWhere(({ __typename }) => __typename !== 'Heartbeat')).toEqual({
      ...{ __typename: 'ElementEvent', kind: 'ELEMENT_CHANGED', fromGrid: null, fromDivision: null },
      element: { name: '守塔人新宿舍', sourceId: 'b-002', use: '居住' },
    });
    await stream.stop();
  }, 60_000);

  test('an office that goes down and comes back is told twice, with how it stands by then', async () => {
    const stream = await open(
      'departmentEvents(where: { department: [LIGHTHOUSE] })',
      '... on DepartmentEvent { department state from since asOf now { department state } }',
    );
    city.proxy.becomes('refuses');
    await new GraphqlClient(city.platform.url).ask(
      '{ departmentGrids(department: LIGHTHOUSE, first: 1) { nodes { ... on LighthouseGrid { lamp } } } }',
    );
    const down = await stream.nextWhere(({ state }) => state === 'DOWN');
    expect(down).toMatchObject({ department: 'LIGHTHOUSE', from: 'LIVE', now: { department: 'LIGHTHOUSE', state: 'DOWN' } });
    city.proxy.becomes('passes');
    const back = await stream.nextWhere(({ state }) => state === 'LIVE');
    expect(back).toMatchObject({ from: 'DOWN', now: { state: 'LIVE' } });
    expect(Date.parse(String(back['since']))).toBeGreaterThanOrEqual(Date.parse(String(down['since'])));
    await stream.stop();
  }, 60_000);
});
