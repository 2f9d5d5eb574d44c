import { randomUUID } from 'node:crypto';

import type { Client } from 'graphql-ws';

import { errorCodes } from '../../src/kernel/city-error.js';
import { HostileCaller, type Taken } from '../support/gateway/hostile-caller.js';
import { liveClient } from '../support/gateway/live-client.js';
import { statementsOf } from '../support/gateway/statements-of.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import { ServedCity } from '../support/intake/served-city.js';
import { type InputPlace, valuePlaces } from '../support/schema/input-places.js';

/** Codes that say that the fault is not the caller's. */
const ourFaults = ['INTERNAL', 'UNAVAILABLE', 'SOURCE_UNAVAILABLE', 'TIMEOUT'];
const textTypes = new Set(['String', 'ID', 'SourceId', 'DivisionCode', 'GridCode', 'LayerKey', 'Cursor']);
/** Text that SQL or a pattern would take for its own; the mark `zq` is in no text of the city. */
const injections = [`zq' OR 1=1--`, `zq"; drop table matter; --`, '%', '_', '\\', '`', '$1', ':name', '%%', '\\%'];
/** Text that Unicode makes difficult, and that is text all the same. */
const difficult = [
  'bom\uFEFFin',
  'rtl\u202Eside',
  'zero\u200B\u200Dwidth',
  '𠮷野家',
  'n\u00E9',
  'ne\u0301',
  '👩‍👩‍👧',
  'tab\tline\nend',
  'a\u0007b',
];
const malformed = ['a\u0000b', 'half\uD800'];

describe('texts that callers write', () => {
  let city: ServedCity;
  let socket: Client;
  let caller: HostileCaller;
  let places: readonly InputPlace[];

  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    await city.platform.running.intake.follower.stop();
    socket = liveClient(city.platform.url);
    caller = new HostileCaller(city.client, socket);
    places = valuePlaces(city.platform.running.schema).filter(({ type }) => textTypes.has(type.name));
  }, 120_000);
  afterAll(async () => {
    await socket?.dispose();
    await city?.stop();
  });
  afterEach(async () => expect(await city.client.data('{ city { code } }')).toEqual({ city: { code: '990100' } }));

  const faults = (answers: readonly Taken[]): readonly Taken[] =>
    answers.filter(({ codes }) => codes.some((code) => ourFaults.includes(code) || !errorCodes.includes(code as never)));
  const report = async (title: string): Promise<{ readonly title: string; readonly id: string }> => {
    const input = { idempotencyKey: randomUUID(), title, category: { standard: 'light-2020', code: '0101' }, grid: '990101001001001' };
    const { reportMatter } = await city.client.data<{ reportMatter: { matter: { title: string; id: string } } }>(
      'mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { ... on Refusal { code message } ... on MatterChanged { matter { id title } } } }',
      { input },
    );
    return reportMatter.matter;
  };
  const titled = async (part: string): Promise<number> =>
    (
      await city.client.data<{ matters: { totalCount: number } }>(
        'query Titled($part: String!) { matters(where: { titleContains: $part }) { totalCount } }',
        { part },
      )
    ).matters.totalCount;

  test('A42: text that looks like SQL or a pattern reaches no statement, and finds nothing that does not contain it', async () => {
    const searched = places.filter(({ operation }) => operation !== 'mutation');
    let answers: readonly Taken[] = [];
    const statements = await statementsOf(city.platform, async () => {
      answers = await caller.write(
        searched.filter(({ operation }) => operation === 'query'),
        () => injections,
      );
    });
    expect(faults(answers)).toEqual([]);
    expect(statements.filter((text) => text.includes('zq'))).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
    const counted = answers.flatMap(({ place, value, data }) =>
      Object.values(data ?? {}).map((answer) => ({ place, value, total: (answer as { totalCount?: number } | null)?.totalCount })),
    );
    expect(counted.filter(({ total }) => total !== undefined && total !== 0)).toEqual([]);
    expect(counted.filter(({ total }) => total === 0).length).toBeGreaterThan(50);
  });

  test('A42: in an act it is no statement either, and the act refuses or keeps it as it is', async () => {
    const acts = places.filter(({ operation }) => operation === 'mutation');
    let answers: readonly Taken[] = [];
    const statements = await statementsOf(city.platform, async () => (answers = await caller.write(acts, () => injections.slice(0, 2))));
    expect(faults(answers)).toEqual([]);
    expect(statements.filter((text) => text.includes('zq'))).toEqual([]);
  });

  test('A42, A43: a text that was written comes back as it was, and is found by every part of it, compared literally', async () => {
    const titles = [...injections, ...difficult].map((text) => `〔${text}〕`);
    for (const title of titles) expect((await report(title)).title).toBe(title);
    const stored = await city.platform.running.databases.index.sql.query<{ hex: string }>(
      `select encode(convert_to(title, 'UTF8'), 'hex') as hex from matter where title like '〔%〕' order by title collate "C"`,
    );
    expect(stored.map(({ hex }) => hex).sort()).toEqual(titles.map((title) => Buffer.from(title).toString('hex')).sort());
    for (const part of [...injections, ...difficult])
      expect([part, await titled(`〔${part}`)]).toEqual([part, titles.filter((title) => title.includes(`〔${part}`)).length]);
  });

  test('A43: text with a NUL or half a character is refused as such everywhere, before anything runs', async () => {
    let answers: readonly Taken[] = [];
    const statements = await statementsOf(city.platform, async () => (answers = await caller.write(places, () => malformed)));
    expect(answers.filter(({ codes }) => codes.length !== 1 || codes[0] !== 'TEXT_INVALID')).toEqual([]);
    expect(statements).toEqual([]);
    const written = (text: string): Promise<string> => city.client.code(`{ matters(where: { titleContains: ${text} }) { totalCount } }`);
    expect([await written('"a\\u0000b"'), await written('"\\uD800"')]).toEqual(['TEXT_INVALID', 'GRAPHQL_PARSE_FAILED']);
  });

  test('A43: a text of a megabyte is refused or finds nothing, and the answer stays short', async () => {
    const long = 'x'.repeat(1_000_000);
    const placeOf = ({ type, document }: InputPlace): string => (type.name === 'String' ? document : type.name);
    const onePerField = [...new Map(valuePlaces(city.platform.running.schema).map((place) => [placeOf(place), place])).values()];
    const asked = onePerField.filter(({ operation }) => operation !== 'subscription');
    const answers = await caller.write(asked, () => [long]);
    expect(faults(answers)).toEqual([]);
    expect(answers.filter(({ bytes }) => bytes > 5_000).map(({ place, bytes }) => [place, bytes])).toEqual([]);
  });

  // A pattern that looks for it must not begin anew at each place: that took the whole platform 20 seconds.
  test.each([' Did you mean ', 'Field "', 'Expected type "', ' at "'])(
    'A43: a megabyte of what graphql itself says, %j over and over, holds up nobody',
    async (part) => {
      const { errors } = await city.client.ask(`{ intakeRuns(first: ${JSON.stringify(part.repeat(60_000))}) { __typename } }`);
      expect(errors).toHaveLength(1);
    },
    10_000,
  );
});
