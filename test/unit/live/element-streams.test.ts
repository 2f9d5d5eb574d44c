import type { NewEvent } from '../../../src/eventlog/event.js';
import type { Element } from '../../../src/features/elements/index.js';
import type { ElementEvent, ElementEventConditions, Heartbeat, StreamGap } from '../../../src/features/live/index.js';
import { globalId, uuidOf } from '../../../src/kernel/ids.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { community, gridCodes, partyUnit, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { LiveCity } from '../../support/live/a-live-city.js';

const asOf = new Date('2026-11-22T07:00:00Z');

/** A lamp of urban management in the western grid, by its point; `parts` say what matters to the test. */
function aLamp(sourceId: string, parts: Partial<Element> = {}): Element {
  const uuid = uuidOf('element', 'URBAN_MANAGEMENT', sourceId);
  return {
    ...{ id: globalId('Component', uuid), uuid, typeName: 'Component', kind: 'COMPONENT', department: 'URBAN_MANAGEMENT', sourceId },
    ...{
      keeperUuid: uuidOf('organisation', '1'),
      name: sourceId,
      longitude: 117.205,
      latitude: 29.305,
      divisionCode: community,
      facts: {},
    },
    ...{ gridUuid: uuidOfUnit.grid(gridCodes.west), asOf },
    ...parts,
  };
}

function eventOf(element: Element, kind: string, payload: object = {}): NewEvent {
  const { uuid: subject, department, divisionCode, kind: elementKind, gridUuid: grid } = element;
  return {
    topic: 'element',
    kind,
    subject,
    version: 2,
    department,
    divisionCode,
    payload: { elementKind, grid, ...payload },
    occurredAt: asOf,
  };
}

type Stream = AsyncIterableIterator<ElementEvent | StreamGap | Heartbeat, undefined, undefined>;

describe('streams of elements', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const open = async (conditions: ElementEventConditions = {}, after: string | null = null): Promise<Stream> =>
    (await city.live.elementStreams.open({ conditions, after, scope: () => city.scope }))[Symbol.asyncIterator]();
  const record = async (kind: string, ...elements: readonly Element[]): Promise<void> => {
    for (const element of elements) city.elements.set(element.uuid, element);
    await city.log.transaction((sink) => sink.append(elements.map((element) => eventOf(element, kind))));
  };
  const nextChange = async (stream: Stream): Promise<ElementEvent> => {
    for (;;) {
      const { value } = await stream.next();
      if (value!.typeName === 'ElementEvent') return value!;
      if (value!.typeName === 'StreamGap') throw new Error('Expected a change, got a gap.');
    }
  };
  /** What a reader with these conditions is told of elements, by their ids; a last one meets all conditions. */
  const wanted = async (conditions: ElementEventConditions, ...elements: readonly Element[]): Promise<readonly string[]> => {
    const stream = await open(conditions);
    await record('ELEMENT_CHANGED', ...elements, aLamp('last'));
    const told: string[] = [];
    while (!told.includes('last')) told.push((await nextChange(stream)).element.sourceId);
    await stream.return?.();
    return told.slice(0, -1);
  };

  test('tell each change in order with the element as it is at delivery, and go on after a cursor', async () => {
    const stream = await open();
    await record('ELEMENT_ADDED', aLamp('1'), aLamp('2'));
    city.elements.set(aLamp('1').uuid, aLamp('1', { name: '路灯' }));
    const first = await nextChange(stream);
    expect(first).toMatchObject({ kind: 'ELEMENT_ADDED', position: 1, element: { sourceId: '1', name: '路灯' }, fromGridUuid: null });
    await stream.return?.();

    const again = await open({}, first.cursor);
    expect((await nextChange(again)).element.sourceId).toBe('2');
    await again.return?.();
    await expect(open({ departments: ['PETITION'] }, first.cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('tell where an element stood before the ground was redrawn under it', async () => {
    const stream = await open({ kinds: ['ELEMENT_MOVED'] });
    const moved = aLamp('1');
    city.elements.set(moved.uuid, moved);
    const from = { fromGrid: uuidOfUnit.grid(gridCodes.east), fromDivision: '360202' };
    await city.log.transaction((sink) => sink.append([eventOf(moved, 'ELEMENT_CHANGED'), eventOf(moved, 'ELEMENT_MOVED', from)]));
    expect(await nextChange(stream)).toMatchObject({ position: 2, fromGridUuid: from.fromGrid, fromDivision: '360202' });
  });

  test('narrow by keeper, kind, division, own id and area', async () => {
    const house = aLamp('house', { kind: 'BUILDING', department: 'HOUSING', divisionCode: '360202', longitude: 117.9, latitude: 29.9 });
    const placeless = aLamp('placeless', { longitude: null, latitude: null });
    const all = [house, placeless];
    expect(await wanted({}, ...all)).toEqual(['house', 'placeless']);
    expect(await wanted({ departments: ['URBAN_MANAGEMENT'] }, ...all)).toEqual(['placeless']);
    expect(await wanted({ elementKinds: ['COMPONENT'] }, ...all)).toEqual(['placeless']);
    expect(await wanted({ withinDivision: '360203' }, ...all)).toEqual(['placeless']);
    expect(await wanted({ division: community }, ...all)).toEqual(['placeless']);
    expect(await wanted({ withinDivision: '360200' }, ...all)).toHaveLength(2);
    expect(await wanted({ sourceIds: ['house', 'last'] }, ...all)).toEqual(['house']);
    expect(await wanted({ area: [117.2, 29.3, 117.3, 29.4] }, ...all)).toEqual([]);
  });

  test('narrow by a unit in any office’s ids; without a point an element stands where its grid does', async () => {
    const east = aLamp('east', { longitude: 117.215 });
    const linked = aLamp('linked', { longitude: null, latitude: null });
    const unitOf = (department: string | null, localId: string) => ({ units: [{ department, localId, layer: null }] });
    expect(await wanted(unitOf('URBAN_MANAGEMENT', urbanUnits.west), east, aLamp('west'))).toEqual(['west']);
    expect(await wanted(unitOf(null, gridCodes.west), east, linked)).toEqual(['linked']);
    const stream = await open(unitOf('PARTY_BUILDING', partyUnit));
    await record('ELEMENT_CHANGED', aLamp('by its point'), linked);
    expect((await nextChange(stream)).element.sourceId).toBe('linked');
  });

  test('go on with what took the place of a unit that was retired', async () => {
    city.lineage.split('urban-management/unit', 'URBAN_MANAGEMENT', { from: 'old', to: { [urbanUnits.west]: 1 }, on: '2026-11-01' });
    const units = [{ department: 'URBAN_MANAGEMENT', localId: 'old', layer: null }];
    expect(await wanted({ units }, aLamp('east', { longitude: 117.215 }), aLamp('west'))).toEqual(['west']);
  });

  test('leave out an element that is gone, and events that were taken back', async () => {
    await record('ELEMENT_CHANGED', aLamp('first'));
    const stream = await open();
    const { cursor } = (await stream.next()).value as Heartbeat;
    await stream.return?.();
    await record('ELEMENT_CHANGED', aLamp('gone'), aLamp('taken back'), aLamp('there'));
    city.elements.delete(aLamp('gone').uuid);
    await city.log.transaction((sink) => sink.withdraw('element', [aLamp('taken back').uuid]));
    expect((await nextChange(await open({}, cursor))).element.sourceId).toBe('there');
  });

  test('show what the reader’s rights show at that moment', async () => {
    const stream = await open();
    await stream.next();
    await record('ELEMENT_CHANGED', aLamp('1'), aLamp('2'), aLamp('3', { department: 'HOUSING' }));
    expect((await nextChange(stream)).element.sourceId).toBe('1');
    city.scope = aScope({ readings: readingsOf(['HOUSING']) });
    expect((await nextChange(stream)).element.sourceId).toBe('3');
  });

  test.each<readonly [string, ElementEventConditions]>([
    ['a unit in a layer of another office', { units: [{ department: 'URBAN_MANAGEMENT', localId: '1', layer: 'party-building/branch' }] }],
    ['a unit in a layer that nobody keeps', { units: [{ department: null, localId: '1', layer: 'no/layer' }] }],
    ['none of all offices', { departments: [] }],
  ])('refuse %s', async (_what, conditions) => {
    await expect(open(conditions)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
