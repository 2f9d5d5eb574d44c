import type { NewEvent } from '../../../src/eventlog/event.js';
import type { LinkDecision } from '../../../src/features/crosswalk/index.js';
import type { LineageUnit } from '../../../src/features/lineage/index.js';
import type { GridEvent, GridEventConditions, Heartbeat, StreamGap } from '../../../src/features/live/index.js';
import { type NestedRings, ringsFromNested } from '../../../src/geometry/rings.js';
import { globalId, unitUuid, uuidOf } from '../../../src/kernel/ids.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { community, partyUnit, urbanUnits } from '../../support/live/a-city-model.js';
import { LiveCity } from '../../support/live/a-live-city.js';

const urban = { layerKey: 'urban-management/unit', department: 'URBAN_MANAGEMENT' } as const;
const occurredAt = new Date('2026-11-22T07:00:00Z');
const redraw = globalId('Redraw', uuidOf('redraw', 'one'));

function aUnit(localId: string, parts: Partial<LineageUnit> = {}): LineageUnit {
  const uuid = unitUuid(parts.layerKey ?? urban.layerKey, localId, 1);
  const facts = { generation: 1, name: localId, divisionCode: community, areaM2: null, validFrom: '2026-11-22', validTo: null };
  return { uuid, ...urban, localId, ...facts, ...parts };
}

function eventOf(unit: LineageUnit, kind: string, payload: object = {}): NewEvent {
  const { uuid: subject, department, divisionCode, layerKey: layer, ...told } = unit;
  const facts = { layer, localId: told.localId, generation: 1, name: told.name, validFrom: told.validFrom, validTo: null, redraw: null };
  const topic = kind.startsWith('LINK') ? 'link' : 'grid';
  return { topic, kind, subject, version: 1, department, divisionCode, payload: { ...facts, ...payload }, occurredAt };
}

const published = (scope: string): NewEvent => ({
  ...{ topic: 'link', kind: 'CROSSWALK_PUBLISHED', subject: uuidOf('run', scope), version: 1, department: null, divisionCode: null },
  ...{ payload: { units: 1, links: 1, scope, selfOverlaps: 0 }, occurredAt },
});

const divisionChanged = (code: string, parent: string): NewEvent => ({
  ...{ topic: 'division', kind: 'DIVISION_CHANGED', subject: uuidOf('division', code), version: 2, department: null, divisionCode: code },
  ...{ payload: { name: code, level: 'TOWNSHIP', parent, validFrom: '2026-11-22', validTo: null }, occurredAt },
});

/** A decision by which a unit of urban management is kept apart from a party-building one. */
function aRejection(name: string, localId: string): LinkDecision {
  const decidedUnit = (layerKey: string, department: string, id: string) => ({
    uuid: unitUuid(layerKey, id, 1),
    department,
    localId: id,
    layerKey,
  });
  return {
    ...{ uuid: uuidOf('decision', name), kind: 'REJECTION', documentNumber: '〔2026〕1号', reason: '界线有误', recordedFrom: occurredAt },
    by: { subject: 'a clerk', role: 'GRID_OFFICE', department: 'URBAN_MANAGEMENT', organisationCode: '1' },
    ...{ recordedTo: null, endsUuid: null, endedByUuid: null, version: 1, layerKey: null, validFrom: '2026-11-22', validTo: null },
    ...{ remainder: null, doubleCover: 0, weights: [], unit: decidedUnit(urban.layerKey, urban.department, localId) },
    other: decidedUnit('party-building/branch', 'PARTY_BUILDING', partyUnit),
  };
}

/** A triangle whose south-western corner lies at (`west`, 29.3). */
const triangle = (west: number): NestedRings[number][number] => [
  [west, 29.3],
  [west + 0.01, 29.3],
  [west, 29.31],
  [west, 29.3],
];

type Stream = AsyncIterableIterator<GridEvent | StreamGap | Heartbeat, undefined, undefined>;

describe('streams of the ground', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const open = async (conditions: GridEventConditions = {}, after: string | null = null): Promise<Stream> =>
    (await city.live.gridStreams.open({ conditions, after, scope: () => city.scope }))[Symbol.asyncIterator]();
  const append = (...events: readonly NewEvent[]): Promise<void> => city.log.transaction((sink) => sink.append(events));
  /** The changes of a stream up to the heartbeat that is asked for once everything has been told. */
  const changesOf = async (stream: Stream, count: number): Promise<readonly GridEvent[]> => {
    const changes: GridEvent[] = [];
    while (changes.length < count) {
      const { value } = await stream.next();
      if (value!.typeName === 'StreamGap') throw new Error('Expected a change, got a gap.');
      if (value!.typeName !== 'Heartbeat') changes.push(value!);
    }
    return changes;
  };
  const told = (changes: readonly GridEvent[]): readonly string[] =>
    changes.map((event) => `${event.kind} ${'unit' in event && event.unit ? event.unit.localId : ''}`.trim());
  /** What a reader with these conditions is told of the events, the last of which everybody is told of. */
  const wanted = async (conditions: GridEventConditions, ...events: readonly NewEvent[]): Promise<readonly string[]> => {
    const stream = await open(conditions);
    await append(...events, published('FULL'));
    const kinds: string[] = [];
    while (!kinds.includes('CROSSWALK_PUBLISHED')) kinds.push(...told(await changesOf(stream, 1)));
    await stream.return?.();
    return kinds.slice(0, -1);
  };

  const split = () => {
    const old = city.lineage.record(aUnit(urbanUnits.west, { validFrom: '2024-01-01', validTo: '2026-11-22' }));
    const [north, south] = ['N', 'S'].map((localId) => city.lineage.record(aUnit(localId)));
    city.lineage.lead(old, south!, 0.3);
    city.lineage.lead(old, north!, 0.7);
    return { old, north: north!, south: south! };
  };

  test('tell of a redraw in order, each unit with what replaced it and what it came from', async () => {
    const { old, north } = split();
    const stream = await open();
    const retired = { redraw, effectiveFrom: '2026-11-22', successors: [] };
    await append(eventOf(north, 'UNIT_ADDED', { redraw }), eventOf(old, 'UNIT_RETIRED', retired));
    const [added, ended] = await changesOf(stream, 2);

    expect(added).toMatchObject({
      ...{ typeName: 'UnitEvent', kind: 'UNIT_ADDED', position: 1, redrawId: redraw, effectiveFrom: '2026-11-22' },
      ...{ unit: { localId: 'N' }, predecessors: [{ unit: { localId: urbanUnits.west }, weight: 0.7 }], successors: [] },
    });
    expect(ended).toMatchObject({
      ...{ kind: 'UNIT_RETIRED', position: 2, unit: { localId: urbanUnits.west, validTo: '2026-11-22' } },
      ...{
        successors: [
          { unit: { localId: 'N' }, weight: 0.7 },
          { unit: { localId: 'S' }, weight: 0.3 },
        ],
        predecessors: [],
      },
    });
    await stream.return?.();
  });

  test('go on after a cursor without hole and without double, and refuse it under other conditions', async () => {
    const stream = await open({ kinds: ['UNIT_ADDED'] });
    const units = ['1', '2', '3'].map((localId) => city.lineage.record(aUnit(localId)));
    await append(...units.map((unit) => eventOf(unit, 'UNIT_ADDED')));
    const [first] = await changesOf(stream, 1);
    await stream.return?.();

    const again = await open({ kinds: ['UNIT_ADDED'] }, first!.cursor);
    expect(told(await changesOf(again, 2))).toEqual(['UNIT_ADDED 2', 'UNIT_ADDED 3']);
    await again.return?.();
    await expect(open({}, first!.cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const { cursor } = (await (await city.stream()).next()).value as Heartbeat;
    await expect(open({}, cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('are the same for whoever may see nothing of the offices’ records', async () => {
    city.scope = aScope({ readings: readingsOf([]), jurisdiction: { counties: [], townships: [], communities: [] } });
    city.lineage.record(aUnit('1'));
    expect(await wanted({}, eventOf(aUnit('1'), 'UNIT_CHANGED'))).toEqual(['UNIT_CHANGED 1']);
  });

  test('narrow by office, layer, division and kind', async () => {
    const mine = city.lineage.record(aUnit('mine'));
    const citys = city.lineage.record(aUnit('city', { layerKey: 'city/all-elements', department: null, divisionCode: '360202' }));
    const events = [eventOf(mine, 'UNIT_CHANGED'), eventOf(citys, 'UNIT_CHANGED'), eventOf(mine, 'LINKS_CHANGED', { towards: [] })];

    expect(await wanted({ departments: ['URBAN_MANAGEMENT'] }, ...events)).toEqual(['UNIT_CHANGED mine', 'LINKS_CHANGED mine']);
    expect(await wanted({ departments: ['PETITION'] }, ...events)).toEqual([]);
    expect(await wanted({ layers: ['city/all-elements'] }, ...events)).toEqual(['UNIT_CHANGED city']);
    expect(await wanted({ withinDivision: '360203' }, ...events)).toEqual(['UNIT_CHANGED mine', 'LINKS_CHANGED mine']);
    expect(await wanted({ withinDivision: '360200' }, ...events)).toHaveLength(3);
    expect(await wanted({ division: '360202' }, ...events)).toEqual(['UNIT_CHANGED city']);
    expect(await wanted({ kinds: ['LINKS_CHANGED', 'CROSSWALK_PUBLISHED'] }, ...events)).toEqual(['LINKS_CHANGED mine']);
  });

  test('tell whoever follows a unit of what replaced it and what it came from', async () => {
    const { old, north, south } = split();
    const events = [north, south].map((unit) => eventOf(unit, 'UNIT_ADDED', { redraw }));
    const followed = { department: 'URBAN_MANAGEMENT', localId: old.localId, layer: null };
    expect(await wanted({ units: [followed] }, ...events)).toEqual(['UNIT_ADDED N', 'UNIT_ADDED S']);
    expect(await wanted({ units: [{ ...followed, localId: 'N' }] }, eventOf(old, 'UNIT_RETIRED', { redraw }))).toHaveLength(1);
    expect(await wanted({ units: [{ department: null, localId: old.localId, layer: null }] }, ...events)).toEqual([]);
    expect(await wanted({ units: [{ department: null, localId: 'S', layer: urban.layerKey }] }, ...events)).toEqual(['UNIT_ADDED S']);
  });

  test('tell of what meets an area on the map, by the outline before or after the change', async () => {
    const drawn = (west: number) => ringsFromNested([[triangle(west)]]);
    const [moved, begun, bare] = [urbanUnits.west, 'new', 'bare'].map((localId) => city.lineage.record(aUnit(localId)));
    city.lineage.outlines.set(moved!.uuid, drawn(117.5));
    city.lineage.outlines.set(begun!.uuid, drawn(117.5));
    const events = [moved!, begun!, bare!].map((unit) => eventOf(unit, 'UNIT_CHANGED'));

    const area = (west: number, east: number) => ({ area: [west, 29.3, east, 29.32] as const });
    expect(await wanted(area(117.2, 117.205), ...events)).toEqual([`UNIT_CHANGED ${urbanUnits.west}`]);
    expect(await wanted(area(117.49, 117.51), ...events)).toEqual([`UNIT_CHANGED ${urbanUnits.west}`, 'UNIT_CHANGED new']);
    expect(await wanted(area(117.6, 117.7), ...events)).toEqual([]);
  });

  test('tell of a redraw and of a decision whoever asks for one of their units, of a withdrawal by what it ends', async () => {
    const acts = { declared: { gaps: null, overlaps: null, beyond: null }, findings: [], acts: [], notices: [], proposedAt: occurredAt };
    const unitOf = (localId: string, boundary: NestedRings | null) => {
      return { localId, name: localId, divisionCode: community, households: null, boundary, areaM2: null, predecessors: [], uuid: null };
    };
    const drawn = unitOf('begins', [[triangle(117.5)]]);
    const planned = {
      uuid: uuidOf('redraw', 'one'),
      layerKey: urban.layerKey,
      effectiveFrom: '2026-12-01',
      state: 'NOTIFIED',
      version: 2,
    } as const;
    city.ground.redrawn.set(planned.uuid, { ...planned, ...acts, ends: [unitOf('ends', null)], begins: [drawn] });
    const rejection = aRejection('rejection', 'N');
    const withdrawal = { ...aRejection('withdrawal', 'N'), kind: 'WITHDRAWAL' as const, unit: null, other: null, endsUuid: rejection.uuid };
    for (const decision of [rejection, withdrawal]) city.ground.decided.set(decision.uuid, decision);
    const about = (topic: 'grid' | 'link', kind: string, subject: string): NewEvent => {
      return { topic, kind, subject, version: 1, department: null, divisionCode: null, payload: {}, occurredAt };
    };
    const events = [
      about('grid', 'REDRAW_NOTIFIED', planned.uuid),
      about('link', 'LINK_REJECTED', rejection.uuid),
      about('link', 'DECISION_WITHDRAWN', withdrawal.uuid),
    ];

    const named = (localId: string) => ({ units: [{ department: 'URBAN_MANAGEMENT', localId, layer: null }] });
    expect(await wanted({}, ...events)).toEqual(['REDRAW_NOTIFIED', 'LINK_REJECTED', 'DECISION_WITHDRAWN']);
    expect(await wanted(named('begins'), ...events)).toEqual(['REDRAW_NOTIFIED']);
    expect(await wanted(named('N'), ...events)).toEqual(['LINK_REJECTED', 'DECISION_WITHDRAWN']);
    expect(await wanted({ area: [117.4, 29.2, 117.6, 29.4] }, ...events)).toEqual(['REDRAW_NOTIFIED']);
    expect(await wanted({ departments: ['PETITION'] }, ...events)).toEqual([]);
  });

  test('tell of divisions, also of one that the tree does not know, by what it stands under', async () => {
    const events = [divisionChanged('360203003', '360203'), divisionChanged('360203099', '360203'), divisionChanged('360202', '360200')];
    const count = async (conditions: GridEventConditions) => (await wanted(conditions, ...events)).length;
    expect([await count({}), await count({ withinDivision: '360203' }), await count({ division: '360203099' })]).toEqual([3, 2, 1]);
    expect(await count({ departments: ['URBAN_MANAGEMENT'] })).toBe(0);
  });

  test('tell of a computation of every unit’s links whatever is asked, of one of some units only where no unit is asked for', async () => {
    const stream = await open({ departments: ['PETITION'] });
    const whole = await open();
    await append(published('PARTIAL'), published('FULL'));
    expect(await changesOf(stream, 1)).toMatchObject([{ kind: 'CROSSWALK_PUBLISHED', position: 2, unit: null, ofEveryUnit: true }]);
    expect(await changesOf(whole, 2)).toMatchObject([{ ofEveryUnit: false }, { ofEveryUnit: true }]);
  });

  test('tell of a change that is complete once this process has the city of it, and of heartbeats while it has not', async () => {
    city.ground.heldUpTo = 1;
    const early = city.lineage.record(aUnit('1'));
    const stream = await open();
    await stream.next();
    await append(eventOf(early, 'UNIT_CHANGED'));
    expect(told(await changesOf(stream, 1))).toEqual(['UNIT_CHANGED 1']);
    await append(published('PARTIAL'));
    const next = stream.next();
    await eventually('the city is asked for', () => city.ground.refusals > 0);
    city.ticker.tick();
    expect((await next).value).toMatchObject({ typeName: 'Heartbeat' });
    city.ground.heldUpTo = 2;
    expect(told(await changesOf(stream, 1))).toEqual(['CROSSWALK_PUBLISHED']);
  });

  test('leave out what is on record no more, but for the unit that an event itself describes', async () => {
    const gone = aUnit('gone');
    expect(await wanted({}, eventOf(gone, 'UNIT_CHANGED'), eventOf(gone, 'LINKS_CHANGED', { towards: [] }))).toEqual(['UNIT_CHANGED gone']);
    expect(await wanted({}, eventOf(aUnit('other', { layerKey: 'former/layer' }), 'UNIT_CHANGED'))).toEqual([]);
  });

  test('share one look-up among all that follow', async () => {
    city.lineage.record(aUnit('1'));
    const streams = await Promise.all([open(), open({ departments: ['URBAN_MANAGEMENT'] }), open({ withinDivision: '360203' })]);
    await Promise.all(streams.map((stream) => stream.next()));
    const waiting = streams.map((stream) => changesOf(stream, 1));
    await append(eventOf(aUnit('1'), 'UNIT_CHANGED'));
    await Promise.all(waiting);
    await eventually('everybody was told', () => city.lineage.lookUps.length > 0);
    expect(city.lineage.lookUps).toEqual([1, 1]);
  });

  test.each<readonly [string, GridEventConditions]>([
    ['a layer that the city does not have', { layers: ['no/layer'] }],
    ['a layer that none of the offices keeps', { layers: ['party-building/branch'], departments: ['URBAN_MANAGEMENT'] }],
    ['a unit in a layer of another office', { units: [{ department: 'URBAN_MANAGEMENT', localId: '1', layer: 'party-building/branch' }] }],
    ['divisions of an office', { kinds: ['DIVISION_ADDED'], departments: ['URBAN_MANAGEMENT'] }],
    ['none of all kinds', { kinds: [] }],
  ])('refuse %s', async (_what, conditions) => {
    await expect(open(conditions)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
