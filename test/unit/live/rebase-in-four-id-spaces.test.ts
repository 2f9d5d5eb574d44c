import { parse } from 'graphql';

import type { RequestContext } from '../../../src/graphql/request-context.js';
import { aScope } from '../../support/access/a-scope.js';
import { partyUnit, urbanLayer, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { aMatter, analyst, LiveCity } from '../../support/live/a-live-city.js';
import { aCityOfFourIdSpaces, halves, idSpaces, placedAnew, splitEvents, splitOn } from '../../support/live/a-split-city.js';
import { liveSchema } from '../../support/live/live-schema.js';
import { type AnswerStream, subscribeAfresh } from '../../support/live/subscribe-afresh.js';

const document = parse(`subscription ($unitsOf: UnitsOfInput, $after: Cursor) { matterEvents(unitsOf: $unitsOf, after: $after) {
  __typename
  ... on MatterEvent { eventId position kind matter { localId }
    units { placements { grid { name } weight } unplaced doubleCover } }
  ... on Rebase { cursor eventId position old { localId layer { key } grid { name } } new { weight unit { localId grid { name } } } effective }
  ... on Heartbeat { cursor }
} }`);

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly eventId: string;
  readonly position: number;
  readonly kind: string;
  readonly matter: { readonly localId: string };
  readonly units: {
    readonly placements: readonly { readonly grid: { readonly name: string }; readonly weight: number }[];
    readonly unplaced: number;
    readonly doubleCover: number;
  };
}

const matters = [
  aMatter('south', { latitude: 29.301 }),
  aMatter('north'),
  aMatter('east', { longitude: 117.215 }),
  aMatter('of a branch', { longitude: null, latitude: null, unitUuid: uuidOfUnit.party(partyUnit), department: 'PARTY_BUILDING' }),
];

describe('one log read in four id spaces', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
    city.model = aCityOfFourIdSpaces({ isSplit: false });
  });
  afterEach(() => city.log.close());

  const subscriber = async (): Promise<(layer: string, after?: string) => Promise<AnswerStream>> => {
    const schema = await liveSchema(city);
    const contextValue: RequestContext = {
      ...{ principal: analyst, scope: aScope(), scopeNow: () => city.scope, purpose: null, clock: { now: () => city.now } },
      ...{ requestId: 'test', language: 'en', model: city.model },
    };
    return async (layer, after) => {
      const asked = { schema, document, contextValue, variableValues: { unitsOf: { layer }, after: after ?? null } };
      const answer = await subscribeAfresh<RequestContext>(asked, (given) => ({ ...given, model: city.model }));
      if ('next' in answer) return answer;
      throw new Error(`Expected a stream, got ${JSON.stringify(answer)}.`);
    };
  };
  const nextOf = async (stream: AnswerStream): Promise<Told> => {
    const { value } = await stream.next();
    expect(value?.errors).toBeUndefined();
    return value!.data!['matterEvents'] as Told;
  };
  const take = async (stream: AnswerStream, count: number): Promise<readonly Told[]> => {
    const told: Told[] = [];
    while (told.length < count) {
      const delivery = await nextOf(stream);
      if (delivery.__typename !== 'Heartbeat') told.push(delivery);
    }
    return told;
  };
  const weightIn = (told: readonly Told[], ...localIds: readonly string[]): number =>
    sum(told.flatMap(({ units }) => units.placements.filter(({ grid }) => localIds.includes(grid.name)).map(({ weight }) => weight)));
  /** What a list of changes adds up to, however its id space cuts the ground. */
  const totalOf = (told: readonly Told[]): number => {
    for (const event of told) expect(lawful(event)).toBeCloseTo(1, 12);
    return sum(told.map(lawful));
  };

  test('adds up before and after a split in the middle, which only those who think in these units are told', async () => {
    const subscribe = await subscriber();
    const streams = await Promise.all(idSpaces.map((layer) => subscribe(layer)));
    const begins = await Promise.all(streams.map(nextOf));
    await city.record(...matters);
    const before = await Promise.all(streams.map((stream) => take(stream, matters.length)));
    city.lineage.split(urbanLayer, 'URBAN_MANAGEMENT', { from: urbanUnits.west, to: halves, on: splitOn });
    city.model = aCityOfFourIdSpaces({ isSplit: true });
    await city.log.transaction((sink) => sink.append([...splitEvents(urbanUnits.west, halves), ...matters.map(placedAnew)]));
    const [rebase] = await take(streams[1]!, 1);
    const after = await Promise.all(streams.map((stream) => take(stream, matters.length)));

    expect(rebase).toEqual({
      ...{ __typename: 'Rebase', cursor: expect.any(String), eventId: expect.any(String), position: 9, effective: splitOn },
      old: [{ localId: urbanUnits.west, layer: { key: urbanLayer }, grid: null }],
      new: [
        { weight: 0.7, unit: { localId: 'N', grid: { name: 'N' } } },
        { weight: 0.3, unit: { localId: 'S', grid: { name: 'S' } } },
      ],
    });
    for (const told of [before, after]) {
      expect(told.map(totalOf).map((total) => total.toFixed(9))).toEqual(idSpaces.map(() => matters.length.toFixed(9)));
      const seen = told.map((events) => events.map(({ eventId, matter }) => [eventId, matter.localId]));
      expect(seen).toEqual(idSpaces.map(() => seen[0]));
    }
    const byPoint = (told: readonly Told[]): readonly Told[] => told.filter(({ matter }) => matter.localId !== 'of a branch');
    expect(weightIn(byPoint(before[1]!), urbanUnits.west)).toBe(2);
    expect(weightIn(byPoint(after[1]!), 'N', 'S')).toBe(2);
    expect(weightIn(after[1]!, urbanUnits.west)).toBe(0);
    expect(after.map((told) => told.map(({ kind }) => kind))).toEqual(idSpaces.map(() => matters.map(() => 'MATTER_REPLACED')));

    // Whoever reads the same stretch again finds the boundary at the same place, among matters that add up as well.
    const again = await Promise.all(idSpaces.map((layer, nth) => subscribe(layer, begins[nth]!.cursor)));
    const read = await Promise.all(again.map((stream, nth) => take(stream, 2 * matters.length + (nth === 1 ? 1 : 0))));
    expect(read[1]!.map(({ __typename }) => __typename).indexOf('Rebase')).toBe(matters.length);
    for (const told of read)
      expect(totalOf(told.filter(({ __typename }) => __typename === 'MatterEvent'))).toBeCloseTo(2 * matters.length, 9);
  });
});

function lawful({ units }: Told): number {
  return sum(units.placements.map(({ weight }) => weight)) + units.unplaced - units.doubleCover;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
