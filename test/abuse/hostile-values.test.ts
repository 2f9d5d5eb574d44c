import { isEnumType } from 'graphql';
import type { Client } from 'graphql-ws';

import { HostileCaller, type Taken } from '../support/gateway/hostile-caller.js';
import { liveClient } from '../support/gateway/live-client.js';
import { statementsOf } from '../support/gateway/statements-of.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import { ServedCity } from '../support/intake/served-city.js';
import { type InputPlace, objectPlaces, valuePlaces } from '../support/schema/input-places.js';

/** Codes by which a value is refused before anything runs. */
const refusals = ['BAD_USER_INPUT', 'ID_PRECISION', 'DATE_INVALID', 'CURSOR_INVALID', 'TEXT_INVALID'];
const keyTypes = new Set(['ID', 'SourceId', 'GridCode', 'DivisionCode', 'LayerKey', 'Cursor']);
/** What the platform alone says of a record, and no caller. */
const readOnly = ['version', 'department', 'createdAt', 'declaredBy'];

describe('values that callers write', () => {
  let city: ServedCity;
  let socket: Client;
  let caller: HostileCaller;
  let places: readonly InputPlace[];

  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    await city.platform.running.intake.follower.stop();
    socket = liveClient(city.platform.url);
    caller = new HostileCaller(city.client, socket);
    places = valuePlaces(city.platform.running.schema);
  }, 120_000);
  afterAll(async () => {
    await socket?.dispose();
    await city?.stop();
  });
  /** A well-behaved caller is answered whatever came before. */
  afterEach(async () => expect(await city.client.data('{ city { code } }')).toEqual({ city: { code: '990100' } }));

  const isKey = ({ type, member }: InputPlace): boolean => keyTypes.has(type.name) || member === 'idempotencyKey';
  const taken = (answers: readonly Taken[]): readonly Taken[] =>
    answers.filter(({ codes }) => codes.length === 0 || codes.some((code) => !refusals.includes(code)));
  const refusedWithoutSql = async (asked: readonly InputPlace<unknown>[], values: (place: InputPlace<unknown>) => readonly unknown[]) => {
    let answers: readonly Taken[] = [];
    const statements = await statementsOf(city.platform, async () => (answers = await caller.write(asked, values)));
    expect(taken(answers)).toEqual([]);
    expect(statements).toEqual([]);
    return answers;
  };

  test('the schema offers places of every kind, on all three operations', () => {
    expect(new Set(places.map(({ operation }) => operation))).toEqual(new Set(['query', 'mutation', 'subscription']));
    expect(places.filter(isKey).length).toBeGreaterThan(100);
    expect(places.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Query.node(id)',
        'Query.resolveIds(ids.localId)',
        'Mutation.reportMatter(input.unit.layer)',
        'Grid.links(after)',
      ]),
    );
  });

  test('A40: an id or a key is never an object, a list or a number, nor null where one is needed', async () => {
    const values = (place: InputPlace<unknown>): readonly unknown[] => [{}, 7, ...(place.isRequired ? [null] : [])];
    const answers = await refusedWithoutSql(places.filter(isKey), values);
    const precise = new Set(['ID', 'SourceId', 'GridCode', 'DivisionCode']);
    const precision = new Set(places.filter(({ type }) => precise.has(type.name)).map(({ name }) => name));
    const numbers = answers.filter(({ place, value }) => typeof value === 'number' && precision.has(place));
    expect(numbers.filter(({ codes }) => !codes.includes('ID_PRECISION'))).toEqual([]);
  });

  test('A40: null where nothing is needed asks the same as leaving it out, and never the first row', async () => {
    const nullable = places.filter((place) => place.operation === 'query' && !place.isRequired && isKey(place));
    const optional = [...new Map(nullable.map((place) => [`${place.name.split('(')[0]} ${place.type.name}`, place])).values()];
    const withNull = await caller.write(optional, () => [null]);
    const without = await caller.write(optional, () => [undefined]);
    const shown = ({ place, codes, data }: Taken) => ({ place, codes, data });
    expect(withNull.map(shown)).toEqual(without.map(shown));
    expect(optional.length).toBeGreaterThan(20);
  });

  test('A41: objects and lists are refused wherever one value is expected, look-alikes of operators among them', async () => {
    const lookalikes = [{ $ne: null }, { '@instanceof': 'FindOperator', _type: 'not', _value: '' }, ['a', 'b', { $gt: '' }]];
    await refusedWithoutSql(
      places.filter(({ type }) => type.name !== 'GeoJSON'),
      (place) => [lookalikes[place.name.length % lookalikes.length]],
    );
  });

  test('A41: a boundary that is no geometry is refused by name', async () => {
    const boundaries = places.filter(({ type }) => type.name === 'GeoJSON');
    const answers = await caller.write(boundaries, () => [
      { $ne: null },
      ['a'],
      7,
      'POINT(1 1)',
      { type: 'Polygon', coordinates: { $gt: 0 } },
    ]);
    expect(
      answers.filter(({ codes }) => !['BAD_USER_INPUT', 'GEOMETRY_INVALID', 'OUT_OF_BOUNDS', 'FORBIDDEN'].includes(codes.at(-1) ?? '')),
    ).toEqual([]);
  });

  test('A44: a word that an enum does not have is refused, in sorting as anywhere', async () => {
    const words = places.filter(({ type }) => isEnumType(type));
    expect(words.map(({ name }) => name)).toContain('Query.matters(orderBy.field)');
    await refusedWithoutSql(words, () => ['title; drop table matter', '__proto__']);
    for (const field of ['"TITLE"', 'title', 'RECORDED_FROM'])
      expect(await city.client.code(`{ matters(orderBy: [{ field: ${field} }]) { totalCount } }`)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('A56: what the platform alone says of a record can be written nowhere', async () => {
    const inputs = objectPlaces(city.platform.running.schema).filter(({ operation }) => operation === 'mutation');
    const extras = ({ type }: InputPlace<unknown>): readonly object[] => {
      const declared = Object.keys((type as (typeof inputs)[number]['type']).getFields());
      return readOnly.filter((member) => !declared.includes(member)).map((member) => ({ [member]: 1 }));
    };
    await refusedWithoutSql(inputs, extras);
    const invented = 'mutation { reportMatter(input: { version: 1 }, createdAt: "2026-03-01T00:00:00Z") { __typename } }';
    expect((await city.client.ask(invented)).errors.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
    const own = new Set(['version', 'createdAt', 'recordedFrom', 'recordedTo', 'declaredBy', 'decidedBy', 'uuid']);
    expect(places.filter(({ operation, member }) => operation === 'mutation' && own.has(member))).toEqual([]);
  });
});
