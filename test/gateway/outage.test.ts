import type { Fault } from '../../bench/outage/faulty-proxy.js';
import { eventually } from '../support/eventlog/eventually.js';
import type { HttpAnswer } from '../support/gateway/graphql-client.js';
import { OutageCity } from '../support/outage/outage-city.js';

interface Units {
  readonly departmentGrids: {
    readonly nodes: readonly { readonly name: string; readonly lamp?: string | null; readonly fruit?: string | null }[];
  };
}
interface Departments {
  readonly departments: readonly {
    readonly department: string;
    readonly state: string;
    readonly breaker: { readonly state: string; readonly since: string | null; readonly nextTryAt: string | null };
  }[];
}
interface Source {
  readonly department: string;
  readonly state: string;
  readonly asOf: string;
  readonly ageSeconds: number;
}

const lamps = '{ departmentGrids(department: LIGHTHOUSE, first: 5) { nodes { name ... on LighthouseGrid { lamp } } } }';
const fruits = '{ departmentGrids(department: ORCHARD, first: 5) { nodes { name ... on OrchardGrid { fruit } } } }';
const departments = '{ departments { department state breaker { state since nextTryAt } } }';

const sourcesOf = (answer: HttpAnswer): readonly Source[] =>
  (JSON.parse(answer.text) as { extensions: { sources: readonly Source[] } }).extensions.sources;

describe('F10: while the lighthouses’ own server is sick', () => {
  let city: OutageCity;
  beforeAll(async () => {
    city = await OutageCity.start({ SOURCE_TIMEOUT: '1000' });
  }, 120_000);
  afterAll(() => city.stop());

  const stateOf = async (office: string) =>
    (await city.client.data<Departments>(departments)).departments.find(({ department }) => department === office)!;
  const isWell = async (): Promise<boolean> => (await city.client.ask<Units>(lamps)).errors.length === 0;

  afterEach(async () => {
    city.proxy.becomes('passes');
    await eventually('the lamps are read again', isWell);
    await eventually('the breaker is closed', async () => (await stateOf('LIGHTHOUSE')).breaker.state === 'CLOSED');
  });

  test.each<Fault>(['refuses', 'cuts', 'garbles', 'hangs', 'delays'])(
    'and %s, its own fields are null, each with an error that names office and since when; what is shared is answered with its age',
    async (fault) => {
      city.proxy.becomes(fault);
      const answer = await city.client.ask<Units>(lamps);
      const { nodes } = answer.data!.departmentGrids;
      expect(nodes).toHaveLength(5);
      expect(nodes.every(({ name, lamp }) => name !== '' && lamp === null)).toBe(true);
      expect(answer.errors.map(({ path, extensions: { code, department } }) => [path!.join('.'), code, department])).toEqual(
        nodes.map((_, nth) => [`departmentGrids.nodes.${nth}.lamp`, 'SOURCE_UNAVAILABLE', 'LIGHTHOUSE']),
      );
      expect(Date.parse(String(answer.errors[0]!.extensions['since']))).toBeLessThanOrEqual(Date.now());
      expect(sourcesOf(answer)).toEqual([expect.objectContaining({ department: 'LIGHTHOUSE', asOf: expect.any(String) as string })]);
    },
  );

  test('nobody who asks for other offices, for departments or whether the platform is ready waits for it', async () => {
    city.proxy.becomes('hangs');
    let pending = 5;
    const slow = Array.from({ length: pending }, () => city.client.ask(lamps).then(() => (pending -= 1)));
    let answered = 0;
    for (; answered < 10; answered += 1) {
      const { errors, data } = await city.client.ask<Units>(fruits);
      expect([errors, data!.departmentGrids.nodes.length]).toEqual([[], 2]);
      await city.client.data(departments);
      expect((await fetch(`${city.platform.url}/readyz`)).status).toBe(200);
      if (pending < 5) break;
    }
    // Thirty answers in the second that the first of the slow ones takes; three were enough to prove it.
    expect(answered).toBeGreaterThan(2);
    await Promise.all(slow);
    expect(pending).toBe(0);
  });

  test('it is not asked any more after a few failures, and departments tells of it', async () => {
    city.proxy.becomes('refuses');
    await eventually('the breaker opens', async () => {
      await city.client.ask(lamps);
      return (await stateOf('LIGHTHOUSE')).breaker.state !== 'CLOSED';
    });
    const { state, breaker } = await stateOf('LIGHTHOUSE');
    expect(state).toBe('DOWN');
    expect(Date.parse(breaker.nextTryAt!)).toBeGreaterThan(Date.parse(breaker.since!));
    expect(await stateOf('ORCHARD')).toMatchObject({ breaker: { state: 'CLOSED', since: null, nextTryAt: null } });
    expect(sourcesOf(await city.client.ask(lamps))).toEqual([expect.objectContaining({ state: 'DOWN' })]);
  });

  test('the feeds of other offices are followed', async () => {
    city.proxy.becomes('hangs');
    const { sql } = city.platform.running.databases.fronts.get('orchard')!;
    await sql.query(
      `insert into change_feed (kind, record_key) select 'UNIT', array[layer_key, local_id, generation::text] from unit_record`,
    );
    await eventually('the orchards’ feed is taken in', async () => (await sql.query('select from change_feed')).length === 0);
  });

  test('an answer tells how old the records of each of its offices are, on the first and on every further execution', async () => {
    for (let time = 0; time < 3; time += 1) {
      const answer = await city.client.ask(`{ a: departmentGrids(department: ORCHARD, first: 1) { nodes { name } }
        b: departmentGrids(department: LIGHTHOUSE, first: 1) { nodes { name } } }`);
      const sources = sourcesOf(answer);
      expect(sources.map(({ department }) => department)).toEqual(['LIGHTHOUSE', 'ORCHARD']);
      for (const { asOf, ageSeconds } of sources) expect(Math.abs(Date.now() - Date.parse(asOf) - ageSeconds * 1_000)).toBeLessThan(10_000);
    }
    expect((await city.client.ask('{ whoAmI { role } }')).text).not.toContain('sources');
  });

  describe.each(['first', 'second', 'third'])('@fresh, asked for the %s time', () => {
    const areas = (fresh: string): string =>
      `{ departmentGrids(department: ORCHARD, first: 1) { nodes { name @fresh(max: "PT1H") areaM2 ${fresh} } } }`;
    const areaOf = ({ data }: HttpAnswer): unknown =>
      (data as { departmentGrids: { nodes: readonly { areaM2: number | null }[] } }).departmentGrids.nodes[0]!.areaM2;

    test('answers what is young enough', async () => {
      const answer = await city.client.ask(areas('@fresh(max: "PT1H", otherwise: NULL)'));
      expect([answer.errors, areaOf(answer)]).toEqual([[], expect.any(Number)]);
    });

    test('makes null of what is older, with an error or without as the caller chooses, or answers it and says that it is stale', async () => {
      const [quiet, loud, marked] = [
        await city.client.ask(areas('@fresh(max: "PT0S", otherwise: NULL)')),
        await city.client.ask(areas('@fresh(max: "PT0S")')),
        await city.client.ask(areas('@fresh(max: "PT0S", otherwise: STALE)')),
      ];
      expect([areaOf(quiet), quiet.errors]).toEqual([null, []]);
      expect(areaOf(loud)).toBeNull();
      expect(loud.errors).toEqual([
        expect.objectContaining({
          path: ['departmentGrids', 'nodes', 0, 'areaM2'],
          extensions: expect.objectContaining({ code: 'SOURCE_UNAVAILABLE', department: 'ORCHARD', maxSeconds: 0 }) as object,
        }),
      ]);
      expect([areaOf(marked), marked.errors]).toEqual([expect.any(Number), []]);
      expect(sourcesOf(marked)).toEqual([expect.objectContaining({ department: 'ORCHARD', stale: true })]);
    });

    test('holds for a field that answers one record, by variables as well', async () => {
      const asked = `query ($max: Duration!, $otherwise: WhenTooOld!) {
        departmentGrid(department: LIGHTHOUSE, localId: "0001") @fresh(max: $max, otherwise: $otherwise) { name } }`;
      const young = await city.client.ask(asked, { max: 'P1D', otherwise: 'NULL' });
      const old = await city.client.ask(asked, { max: 'PT0S', otherwise: 'NULL' });
      expect([young.data, old.data, old.errors]).toEqual([{ departmentGrid: { name: '1号灯' } }, { departmentGrid: null }, []]);
      expect((await city.client.ask(asked, { max: '5 minutes', otherwise: 'NULL' })).errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    });

    test('silences the errors of an office that is away where its caller prefers null', async () => {
      city.proxy.becomes('refuses');
      const answer = await city.client.ask<Units>(lamps.replace('lamp }', 'lamp @fresh(max: "PT1M", otherwise: NULL) }'));
      expect([answer.errors, answer.data!.departmentGrids.nodes.map(({ lamp }) => lamp)]).toEqual([[], [null, null, null, null, null]]);
    });
  });

  test.each([
    ['on a list', '{ departmentGrids(department: ORCHARD, first: 1) @fresh(max: "PT1H") { nodes { name } } }'],
    ['on what no office keeps', '{ whoAmI { role @fresh(max: "PT1H") } }'],
    [
      'with NULL on what is never null',
      '{ departmentGrids(department: ORCHARD, first: 1) { nodes { name @fresh(max: "PT1H", otherwise: NULL) } } }',
    ],
  ])('@fresh is refused %s', async (_where, query) => {
    expect(await city.client.code(query)).toBe('BAD_USER_INPUT');
  });
});
