import type { NewEvent } from '../../../src/eventlog/event.js';
import type { MatterDelivery, MatterEventConditions } from '../../../src/features/live/index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { partyLayer, urbanLayer, urbanUnits } from '../../support/live/a-city-model.js';
import { aMatter, LiveCity, type MatterStream, nextOf } from '../../support/live/a-live-city.js';
import { aCityOfFourIdSpaces, halves, placedAnew, splitEvents, splitOn, unitEvent } from '../../support/live/a-split-city.js';

const { west, east } = urbanUnits;
const urban = (localId: string): MatterEventConditions => ({ units: [{ department: 'URBAN_MANAGEMENT', localId, layer: null }] });

describe('a boundary that changes while a stream of matters names units', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
    city.model = aCityOfFourIdSpaces({ isSplit: false });
  });
  afterEach(() => city.log.close());

  interface Asked {
    readonly conditions?: MatterEventConditions;
    readonly unitsOf?: string | null;
    readonly after?: string | null;
  }
  const open = async ({ conditions = {}, unitsOf = null, after = null }: Asked): Promise<MatterStream> => {
    const source = await city.live.streams.open({ conditions, unitsOf, after, scope: () => city.scope });
    return source[Symbol.asyncIterator]();
  };
  const append = (...events: readonly NewEvent[]): Promise<void> => city.log.transaction((sink) => sink.append(events));
  const splitWest = async (): Promise<void> => {
    city.lineage.split(urbanLayer, 'URBAN_MANAGEMENT', { from: west, to: halves, on: splitOn });
    city.model = aCityOfFourIdSpaces({ isSplit: true });
    await append(...splitEvents(west, halves));
  };
  const shape = (delivery: MatterDelivery): string => {
    if (delivery.typeName === 'MatterEvent') return `${delivery.kind} ${delivery.matter.localId}`;
    if (delivery.typeName !== 'Rebase') return delivery.typeName;
    const [from, to] = [delivery.old.map(({ localId }) => localId), delivery.new.map(({ unit, weight }) => `${unit.localId} ${weight}`)];
    return `${from.join()} → ${to.join()} from ${delivery.effective}`;
  };
  /** What a stream tells up to the change of a matter that everybody wants; heartbeats are passed over. */
  const toldUntil = async (stream: MatterStream, localId: string): Promise<readonly string[]> => {
    const told: string[] = [];
    while (!told.at(-1)?.endsWith(` ${localId}`)) {
      const delivery = await nextOf(stream);
      if (delivery.typeName !== 'Heartbeat') told.push(shape(delivery));
    }
    return told;
  };
  /** What a stream tells of some events, before a matter that lies in both halves' and all layers' ground closes the list. */
  const toldOf = async (asked: Asked, ...events: readonly NewEvent[]): Promise<readonly string[]> => {
    const stream = await open(asked);
    await append(...events);
    await city.record(aMatter('last'));
    const told = await toldUntil(stream, 'last');
    await stream.return?.();
    return told.slice(0, -1);
  };
  const rebased = `${west} → N 0.7,S 0.3 from ${splitOn}`;

  test('is told between the matters before it and those placed anew behind it, and the filter goes on with the successors', async () => {
    const [south, north] = [aMatter('south', { latitude: 29.301 }), aMatter('north')];
    const stream = await open({ conditions: urban(west) });
    await city.record(south, north);
    await splitWest();
    await append(placedAnew(south), placedAnew(north));
    await city.record(aMatter('elsewhere', { longitude: 117.215 }), aMatter('new', { latitude: 29.302 }));

    expect(await toldUntil(stream, 'new')).toEqual([
      ...['MATTER_RECORDED south', 'MATTER_RECORDED north', rebased],
      ...['MATTER_REPLACED south', 'MATTER_REPLACED north', 'MATTER_RECORDED new'],
    ]);
  });

  test('is told again from a cursor before it and not from its own', async () => {
    const stream = await open({ conditions: urban(west) });
    const { cursor: before } = (await nextOf(stream)) as { cursor: string };
    await splitWest();
    const rebase = await nextOf(stream);
    await city.record(aMatter('new'));

    expect(await toldUntil(await open({ conditions: urban(west), after: before }), 'new')).toEqual([rebased, 'MATTER_RECORDED new']);
    const { cursor, eventId } = rebase as { cursor: string; eventId: string };
    expect(await toldUntil(await open({ conditions: urban(west), after: cursor }), 'new')).toEqual(['MATTER_RECORDED new']);
    const [, again] = [await nextOf(stream), await open({ conditions: urban(west), after: before })];
    await nextOf(again);
    expect(await nextOf(again)).toMatchObject({ typeName: 'Rebase', eventId });
  });

  test('is told of what came to stand in the place of the named unit, however far', async () => {
    await splitWest();
    city.lineage.split(urbanLayer, 'URBAN_MANAGEMENT', { from: 'S', to: { S1: 1 }, on: splitOn });

    expect(await toldOf({ conditions: urban(west) }, ...splitEvents('S', { S1: 1 }))).toEqual([`S → S1 1 from ${splitOn}`]);
  });

  test('concerns whoever named the unit or its layer, narrowed by nothing else, and nobody beside', async () => {
    const retired = splitEvents(west, halves);
    city.lineage.split(urbanLayer, 'URBAN_MANAGEMENT', { from: west, to: halves, on: splitOn });

    expect(await toldOf({ unitsOf: urbanLayer }, ...retired)).toEqual([rebased]);
    expect(await toldOf({ conditions: { departments: ['URBAN_MANAGEMENT'] }, unitsOf: urbanLayer }, ...retired)).toEqual([rebased]);
    expect(await toldOf({ unitsOf: partyLayer }, ...retired)).toEqual([]);
    expect(await toldOf({}, ...retired)).toEqual([]);
    const both = { units: [...urban(east).units!, { department: 'PARTY_BUILDING', localId: 'P-0001', layer: null }] };
    const stream = await open({ conditions: both });
    await append(...retired);
    await city.record(aMatter('in the east', { longitude: 117.215 }));
    expect(await toldUntil(stream, 'in the east')).toEqual(['MATTER_RECORDED in the east']);
  });

  test('by an office’s feed leads to the unit itself where it stands changed, and to nothing where it ends', async () => {
    const changed = { validFrom: '2026-11-20', validTo: null, redraw: null };
    const ended = { validFrom: '2024-01-01', validTo: '2026-11-23', redraw: null };

    expect(await toldOf({ conditions: urban(west) }, unitEvent('UNIT_CHANGED', west, changed))).toEqual([
      `${west} → ${west} 1 from 2026-11-20`,
    ]);
    expect(await toldOf({ conditions: urban(west) }, unitEvent('UNIT_CHANGED', west, ended))).toEqual([`${west} →  from 2026-11-23`]);
  });

  test('is told once this process has the city with it, and nothing behind it earlier', async () => {
    const stream = await open({ conditions: urban(west) });
    await nextOf(stream);
    city.ground.heldUpTo = 0;
    await splitWest();
    await city.record(aMatter('new'));
    const waiting = toldUntil(stream, 'new');
    await eventually('the city is asked for', () => city.ground.refusals > 0);
    city.ground.heldUpTo = Infinity;
    expect(await waiting).toEqual([rebased, 'MATTER_RECORDED new']);
  });
});
