import { randomUUID } from 'node:crypto';

import type { Redrawing, Succession } from '../../../src/features/lineage/index.js';
import { beams, LineageCity, ringOf, stepBetween, tester, township, uuidOf } from '../../support/lineage/a-lineage-city.js';

type Box = readonly [west: number, south: number, east: number, north: number];
type Proposal = Parameters<Redrawing['propose']>[0];
type Unit = Proposal['begins'][number];

const acting = tester;

let city: LineageCity;
let redrawing: Redrawing;
beforeEach(async () => {
  city = await LineageCity.make();
  redrawing = city.redrawing();
});
afterEach(() => city?.close());

const government = (code: string): string => `government-${code}`;
const boundaryOf = (box: Box): object => ({ type: 'Polygon', coordinates: [ringOf(box)] });
const unit = (localId: string, box: Box | null, parts: Partial<Unit> = {}): Unit => ({
  localId,
  name: localId,
  boundary: box && boundaryOf(box),
  divisionCode: township,
  households: null,
  predecessors: [],
  ...parts,
});
const proposal = (ends: readonly string[], begins: readonly Unit[], parts: Partial<Proposal> = {}): Proposal => ({
  idempotencyKey: randomUUID(),
  document: '码街〔2022〕1号',
  organisation: government(township),
  role: '网格办主任',
  layerKey: beams,
  effectiveFrom: '2022-01-01',
  ends,
  begins,
  declared: { gaps: null, overlaps: null, beyond: null },
  ...parts,
});
const propose = async (...parts: Parameters<typeof proposal>): Promise<string> =>
  (await redrawing.propose(proposal(...parts), acting)).ids.redraw;
const action = (redraw: string, expectedVersion: number, organisation: string) => ({
  idempotencyKey: randomUUID(),
  document: `document ${expectedVersion}`,
  organisation,
  role: 'CLERK',
  redraw,
  expectedVersion,
});
const approve = (redraw: string): Promise<unknown> =>
  redrawing.review({ ...action(redraw, 1, government('990101')), deed: 'APPROVE' }, acting);
const file = (redraw: string): Promise<unknown> => redrawing.file(action(redraw, 2, government('990100')), acting);
const publish = async (...parts: Parameters<typeof proposal>): Promise<string> => {
  const redraw = await propose(...parts);
  await approve(redraw);
  await file(redraw);
  return redraw;
};

const rows = <Row extends object>(text: string): Promise<readonly Row[]> => city.city.index.sql.query<Row>(text);
const steps = (): Promise<readonly object[]> =>
  rows(`select kind, basis, old.local_id || '#' || old.generation as old, new.local_id || '#' || new.generation as new, round(weight::numeric, 4)::float8 as weight,
          round(inverse_weight::numeric, 4)::float8 as inverse from unit_lineage join unit old on old.id = from_id join unit new on new.id = to_id
         order by old.local_id, new.local_id, kind`);
const successors = async (localId: string, at?: string): Promise<unknown> =>
  ((await city.succession(localId, at)) as Succession).successors.map(({ grid, weight, bounds }) => [
    grid.localId,
    Number(weight.toFixed(4)),
    bounds,
  ]);
/** Everything that a redraw may touch; a refusal leaves a line in the audit log and nothing else. */
const state = (): Promise<unknown> =>
  Promise.all(
    [
      'unit',
      'unit_version',
      'unit_lineage',
      'redraw',
      'redraw_unit',
      'redraw_act',
      'redraw_notice',
      'event_inbox',
      `(select * from audit_entry where outcome <> 'REFUSED')`,
      'idempotency_key',
    ].map((table) => rows(`select * from ${table} as row order by row::text`)),
  );

describe('a redraw that goes through the procedure', () => {
  test('splits a unit: old days answer the old one, new days the new ones, and the old id knows its successors', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] }, { localId: 'b', box: [10, 0, 20, 10] });
    await publish(['a'], [unit('a1', [0, 0, 4, 10]), unit('a2', [4, 0, 10, 10])]);

    const idsOn = async (day: string): Promise<readonly string[]> => (await city.model(day)).unitsOf(beams).map(({ localId }) => localId);
    expect([await idsOn('2021-12-31'), await idsOn('2022-01-01')]).toEqual([
      ['a', 'b'],
      ['a1', 'a2', 'b'],
    ]);
    expect(await steps()).toEqual([
      { kind: 'SPLIT', basis: 'AREA', old: 'a#1', new: 'a1#1', weight: 0.4, inverse: 1 },
      { kind: 'SPLIT', basis: 'AREA', old: 'a#1', new: 'a2#1', weight: 0.6, inverse: 1 },
    ]);
    expect(await successors('a')).toEqual([
      ['a2', 0.6, null],
      ['a1', 0.4, null],
    ]);
    expect(city.published).toBe(1);
  });

  test('tells every kind by the ground: merged, shifted, recoded, renamed, re-parented; an id on other ground is another unit', async () => {
    await city.units(
      { localId: 'm1', box: [0, 0, 5, 10] },
      { localId: 'm2', box: [5, 0, 10, 10] },
      { localId: 's1', box: [20, 0, 30, 10] },
      { localId: 's2', box: [30, 0, 40, 10] },
      { localId: 'code', box: [50, 0, 60, 10] },
      { localId: 'name', name: '旧名', box: [60, 0, 70, 10] },
      { localId: 'home', box: [70, 0, 80, 10] },
    );
    await publish(
      ['m1', 'm2', 's1', 's2', 'code', 'name', 'home'],
      [
        unit('m', [0, 0, 10, 10]),
        unit('s1', [20, 0, 32, 10]),
        unit('s2', [32, 0, 40, 10]),
        unit('recoded', [50, 0, 60, 10]),
        unit('name', [60, 0, 70, 10], { name: '新名' }),
        unit('home', [70, 0, 80, 10], { divisionCode: '990101002' }),
      ],
      { organisation: 'government-township-of-all' },
    ).catch(() => undefined);
    // The home unit moves to another township, so one township alone cannot propose it.
    expect(await steps()).toEqual([]);
    await city.city.index.sql.query(
      `insert into organisation (id, issuer, scheme, code, name, kind, level, division_code, as_of)
         values (gen_random_uuid(), 'test', 'test', 'both', 'both', 'GOVERNMENT', 'TOWNSHIP', '990101', now())`,
    );
    await publish(
      ['m1', 'm2', 's1', 's2', 'code', 'name', 'home'],
      [
        unit('m', [0, 0, 10, 10]),
        unit('s1', [20, 0, 32, 10]),
        unit('s2', [32, 0, 40, 10]),
        unit('recoded', [50, 0, 60, 10]),
        unit('name', [60, 0, 70, 10], { name: '新名' }),
        unit('home', [70, 0, 80, 10], { divisionCode: '990101002' }),
      ],
      { organisation: 'both' },
    );

    expect(await steps()).toEqual([
      { kind: 'RECODED', basis: 'AREA', old: 'code#1', new: 'recoded#1', weight: 1, inverse: 1 },
      { kind: 'REPARENTED', basis: 'AREA', old: 'home#1', new: 'home#1', weight: 1, inverse: 1 },
      { kind: 'MERGE', basis: 'AREA', old: 'm1#1', new: 'm#1', weight: 1, inverse: 0.5 },
      { kind: 'MERGE', basis: 'AREA', old: 'm2#1', new: 'm#1', weight: 1, inverse: 0.5 },
      { kind: 'RENAMED', basis: 'AREA', old: 'name#1', new: 'name#1', weight: 1, inverse: 1 },
      { kind: 'MERGE', basis: 'AREA', old: 's1#1', new: 's1#2', weight: 1, inverse: 0.8333 },
      { kind: 'SHIFT', basis: 'AREA', old: 's2#1', new: 's1#2', weight: 0.2, inverse: 0.1667 },
      { kind: 'SPLIT', basis: 'AREA', old: 's2#1', new: 's2#2', weight: 0.8, inverse: 1 },
    ]);
    const named = (await city.model('2021-06-01')).unit(beams, 'name');
    expect([named?.name, (await city.model('2022-06-01')).unit(beams, 'name')?.name]).toEqual(['旧名', '新名']);
    expect((await city.model('2022-06-01')).unit(beams, 's1')?.generation).toBe(2);
  });

  test('divides undrawn units by the shares that are named', async () => {
    await city.units({ localId: 'list', division: township });
    await publish(
      ['list'],
      [
        unit('one', null, { predecessors: [{ localId: 'list', weight: 0.7, inverseWeight: 1 }] }),
        unit('two', null, { predecessors: [{ localId: 'list', weight: 0.3, inverseWeight: 1 }] }),
      ],
    );
    expect(await successors('list')).toEqual([
      ['one', 0.7, { low: 0.7, high: 0.7 }],
      ['two', 0.3, { low: 0.3, high: 0.3 }],
    ]);
  });

  test('tells the offices when it is passed, and the holders of an old id when it is published', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    const redraw = await publish(['a'], [unit('a1', [0, 0, 10, 10])]);
    const events = await rows<{ kind: string; department: string | null; payload: Record<string, unknown> }>(
      `select kind, department, payload from event_inbox where kind not in ('UNIT_ADDED', 'UNIT_CHANGED') order by id`,
    );

    expect(events.map(({ kind, department }) => [kind, department])).toEqual([
      ['REDRAW_NOTIFIED', null],
      ['REDRAW_FILED', null],
      ['UNIT_RETIRED', 'LIGHTHOUSE'],
    ]);
    expect(events[0]!.payload['departments']).toEqual(['LIGHTHOUSE']);
    expect(events[2]!.payload).toMatchObject({ localId: 'a', effectiveFrom: '2022-01-01', successors: [{ localId: 'a1', weight: 1 }] });
    expect(
      await rows(
        `select kind, payload ->> 'localId' as unit, payload ->> 'validTo' as until from event_inbox
          where payload ->> 'redraw' is not null and kind in ('UNIT_ADDED', 'UNIT_CHANGED') order by id`,
      ),
    ).toEqual([
      { kind: 'UNIT_CHANGED', unit: 'a', until: '2022-01-01' },
      { kind: 'UNIT_ADDED', unit: 'a1', until: null },
    ]);

    await redrawing.acknowledge({ idempotencyKey: randomUUID(), redraw, department: 'LIGHTHOUSE', expectedVersion: 0 }, acting);
    expect(await rows('select department, acknowledged_by from redraw_notice')).toEqual([
      { department: 'LIGHTHOUSE', acknowledged_by: 'tester' },
    ]);
  });

  test('is done once for its key', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    const same = proposal(['a'], [unit('a1', [0, 0, 10, 10])]);
    const first = await redrawing.propose(same, acting);
    expect(await redrawing.propose(same, acting)).toEqual({ ids: first.ids, idempotentReplay: true });
    await expect(redrawing.propose({ ...same, ends: ['b'] }, acting)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('changes no earlier answer: what was known before stays', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    const knownBefore = new Date('2026-03-05T00:00:00Z');
    const answer = async (at: string): Promise<unknown> =>
      (await city.model(at, knownBefore))
        .unitsOf(beams)
        .map(({ localId, validFrom, validTo, name }) => [localId, validFrom, validTo, name]);
    const before = [await answer('2021-01-01'), await answer('2023-01-01')];
    city.now = new Date('2026-03-10T00:00:00Z');
    await publish(['a'], [unit('a1', [0, 0, 10, 10])]);

    expect([await answer('2021-01-01'), await answer('2023-01-01')]).toEqual(before);
    expect(before[1]).toEqual([['a', '2010-01-01', null, 'a']]);
  });

  test('is never changed after it is filed, whatever program asks', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    await publish(['a'], [unit('a1', [0, 0, 10, 10])]);
    const before = await state();
    for (const change of [
      `update redraw set state = 'PROPOSED'`,
      `delete from redraw`,
      `update redraw_unit set name = 'another'`,
      `delete from redraw_unit`,
      `update redraw_act set document = 'another'`,
      `delete from redraw_act`,
      `insert into redraw_unit (redraw_id, part, local_id, name, predecessors) select id, 'BEGINS', 'late', 'late', '[]' from redraw`,
      `insert into redraw_act select redraw_id, version + 10, deed, subject, role, organisation_id, document, happened_at from redraw_act`,
    ]) {
      await expect(rows(change)).rejects.toMatchObject({ details: { constraint: 'filed_redraw' } });
    }
    expect(await state()).toEqual(before);
  });

  test('is not undone by an office’s file that still has the old division', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    await publish(['a'], [unit('a1', [0, 0, 10, 10])]);
    const before = await rows('select * from unit_version order by unit_id, valid_from, recorded_from');
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    expect(await rows('select * from unit_version order by unit_id, valid_from, recorded_from')).toEqual(before);
  });
});

describe('a redraw that does not fit', () => {
  beforeEach(() =>
    city.units(
      { localId: 'a', box: [0, 0, 10, 10] },
      { localId: 'b', box: [10, 0, 20, 10] },
      { localId: 'gone', to: '2015-01-01', box: [0, 0, 10, 10] },
      { localId: 'far', box: [40, 0, 50, 10], division: '990101002' },
    ),
  );

  const split = [unit('a1', [0, 0, 5, 10]), unit('a2', [5, 0, 10, 10])];
  const [thousandthsM2] = [97_300 * 110_800 * 1e-6];

  const refusals: readonly (readonly [string, readonly string[], readonly Unit[], Partial<Proposal>, object])[] = [
    [
      'leaves a hole, told with its place and area',
      ['a'],
      [unit('a1', [0, 0, 5, 10]), unit('a2', [6, 0, 10, 10])],
      {},
      {
        code: 'GEOMETRY_INVALID',
        details: { reason: 'HOLE', longitude: expect.closeTo(117.0055, 4), areaM2: expect.closeTo(10 * thousandthsM2, -4) },
      },
    ],
    [
      'gives ground twice, told with its place and area',
      ['a'],
      [unit('a1', [0, 0, 6, 10]), unit('a2', [5, 0, 10, 10])],
      {},
      { code: 'GEOMETRY_INVALID', details: { reason: 'OVERLAP', longitude: expect.closeTo(117.0055, 4), localIds: ['a1', 'a2'] } },
    ],
    [
      'reaches into a unit that stays',
      ['a'],
      [unit('a1', [0, 0, 5, 10]), unit('a2', [5, 0, 12, 10])],
      {},
      { code: 'GEOMETRY_INVALID', details: { reason: 'OVERLAP', longitude: expect.closeTo(117.011, 4), localIds: ['a2', 'b'] } },
    ],
    [
      'takes ground that was nobody’s',
      ['a'],
      [unit('a1', [0, 0, 5, 12]), unit('a2', [5, 0, 10, 10])],
      {},
      { code: 'GEOMETRY_INVALID', details: { reason: 'BEYOND', latitude: expect.closeTo(29.011, 4) } },
    ],
    [
      'has a ring that crosses itself',
      ['a'],
      [
        unit('a1', null, {
          boundary: {
            type: 'Polygon',
            coordinates: [
              [
                [117, 29],
                [117.01, 29.01],
                [117.01, 29],
                [117, 29.01],
                [117, 29],
              ],
            ],
          },
        }),
      ],
      {},
      { code: 'GEOMETRY_INVALID' },
    ],
    ['names a unit that is not in force', ['gone'], split, {}, { code: 'NOT_FOUND' }],
    ['names a unit that never was', ['nobody'], split, {}, { code: 'NOT_FOUND' }],
    ['uses an id that a unit has which stays', ['a'], [unit('b', [0, 0, 10, 10])], {}, { code: 'CONFLICT' }],
    ['breaks the id rule of the layer', ['a'], [unit('much too long an id', [0, 0, 10, 10])], {}, { code: 'BAD_USER_INPUT' }],
    ['begins before the city did', ['a'], split, { effectiveFrom: '1949-01-01' }, { code: 'DATE_INVALID' }],
    ['begins before the unit did that it ends', ['a'], split, { effectiveFrom: '2010-01-01' }, { code: 'CONFLICT' }],
    [
      'is proposed by a county',
      ['a'],
      split,
      { organisation: government('990101') },
      { code: 'FORBIDDEN', details: { expected: 'TOWNSHIP' } },
    ],
    ['is proposed by another township', ['far'], [unit('far1', [40, 0, 50, 10])], {}, { code: 'FORBIDDEN', details: { localId: 'far' } }],
    ['is proposed by nobody known', ['a'], split, { organisation: 'nobody' }, { code: 'NOT_FOUND' }],
    ['names no layer of the city', ['a'], split, { layerKey: 'lighthouse/none' }, { code: 'BAD_USER_INPUT' }],
    ['names no document', ['a'], split, { document: ' ' }, { code: 'BAD_USER_INPUT' }],
    ['has the same new id twice', ['a'], [split[0]!, split[0]!], {}, { code: 'BAD_USER_INPUT' }],
    ['has an undrawn unit without predecessors', ['a'], [unit('a1', null)], {}, { code: 'BAD_USER_INPUT' }],
    [
      'is another’s predecessor by more than the whole',
      ['a'],
      [
        unit('u1', null, { predecessors: [{ localId: 'a', weight: 0.7, inverseWeight: 1 }] }),
        unit('u2', null, { predecessors: [{ localId: 'a', weight: 0.7, inverseWeight: 1 }] }),
      ],
      {},
      { code: 'BAD_USER_INPUT' },
    ],
  ];

  test.each(refusals)('is refused where it %s, and nothing is written', async (_what, ends, begins, parts, refusal) => {
    const before = await state();
    await expect((async () => propose(ends, begins, parts))()).rejects.toMatchObject(refusal);
    expect(await state()).toEqual(before);
  });

  test('passes where the hole and the overlap are declared, and keeps them as findings', async () => {
    const declared = { gaps: '水面，不设网格', overlaps: '试点共管', beyond: null };
    await publish(['a'], [unit('a1', [0, 0, 6, 10]), unit('a2', [5, 0, 9, 10])], { declared });
    const [{ findings }] = (await rows('select findings from redraw')) as readonly [
      { findings: readonly { kind: string; areaM2: number }[] },
    ];
    expect(findings.map(({ kind }) => kind)).toEqual(['HOLE', 'OVERLAP']);
  });

  test('before the last published division of its layer is refused', async () => {
    await publish(['a'], split);
    await expect(propose(['b'], [unit('b1', [10, 0, 20, 10])], { effectiveFrom: '2021-01-01' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is judged again when it is filed: of two that end one unit, the second is refused', async () => {
    const [one, two] = [await propose(['a'], split), await propose(['a'], [unit('a3', [0, 0, 10, 10])])];
    await approve(one);
    await approve(two);
    await file(one);
    const before = await state();
    await expect(file(two)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await state()).toEqual(before);
  });
});

describe('a step of the procedure', () => {
  let redraw: string;
  beforeEach(async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    redraw = await propose(['a'], [unit('a1', [0, 0, 10, 10])]);
  });

  test('out of order is refused with what is allowed', async () => {
    const before = await state();
    await expect(redrawing.file(action(redraw, 1, government('990100')), acting)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      details: { allowed: ['APPROVE', 'RETURN'] },
    });
    expect(await state()).toEqual(before);
  });

  test('by the wrong level is refused', async () => {
    await expect(redrawing.review({ ...action(redraw, 1, government(township)), deed: 'APPROVE' }, acting)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { expected: 'COUNTY', level: 'TOWNSHIP' },
    });
  });

  test('upon another version than was looked at is refused', async () => {
    await expect(redrawing.review({ ...action(redraw, 7, government('990101')), deed: 'APPROVE' }, acting)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('that returns it ends it', async () => {
    await redrawing.review({ ...action(redraw, 1, government('990101')), deed: 'RETURN' }, acting);
    await expect(approve(redraw)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION', details: { allowed: [] } });
    expect(await rows('select * from redraw_notice')).toEqual([]);
  });

  test('that would make a unit its own ancestor is refused, and nothing is half-written', async () => {
    await city.units({ localId: 'later', from: '2025-01-01' });
    await approve(redraw);
    await city.units({ localId: 'a1', to: '2012-01-01' });
    await city.steps(stepBetween('a1', 'a', { effectiveOn: '2012-01-01' }));
    // The id a1 was used before; the new one is another unit, so no circle closes.
    await file(redraw);
    expect(await steps()).toMatchObject([
      { old: 'a#1', new: 'a1#2' },
      { old: 'a1#1', new: 'a#1' },
    ]);
    const before = await state();
    await expect(city.steps(stepBetween('a1#2', 'a1'))).rejects.toMatchObject({ details: { reason: 'LINEAGE_CYCLE' } });
    expect(await state()).toEqual(before);
    expect(uuidOf('a1#2')).not.toBe(uuidOf('a1'));
  });
});

describe('the offices whose units a redraw changes', () => {
  const owed = () =>
    city.city.index.sql.query<{ department: string; kind: string; body: Readonly<Record<string, unknown>> }>(
      'select department, kind, body from outbound_step order by id',
    );

  test('are owed its notice, its filing with what became of each unit, and their own taking note, in that order and once', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    const redraw = await publish(['a'], [unit('a1', [0, 0, 4, 10]), unit('a2', [4, 0, 10, 10])]);
    const noted = { redraw, department: 'LIGHTHOUSE', expectedVersion: 0 };
    const note = (): Promise<unknown> => redrawing.acknowledge({ ...noted, idempotencyKey: randomUUID() }, acting);
    await note();
    await note();
    const steps = await owed();
    expect(steps.filter(({ department }) => department === 'LIGHTHOUSE').map(({ kind }) => kind)).toEqual([
      'REDRAW_NOTIFIED',
      'REDRAW_FILED',
      'REDRAW_ACKNOWLEDGED',
    ]);
    expect(steps.find(({ kind }) => kind === 'REDRAW_FILED')!.body).toMatchObject({
      layer: beams,
      effectiveFrom: '2022-01-01',
      document: '码街〔2022〕1号',
      ends: [{ localId: 'a' }],
      begins: [{ localId: 'a1' }, { localId: 'a2' }],
      retired: [{ localId: 'a', successors: expect.arrayContaining([expect.objectContaining({ localId: 'a1' })]) }],
    });
  });

  test('are owed nothing of a redraw that was only proposed', async () => {
    await city.units({ localId: 'a', box: [0, 0, 10, 10] });
    await propose(['a'], [unit('a1', [0, 0, 4, 10]), unit('a2', [4, 0, 10, 10])]);
    expect(await owed()).toEqual([]);
  });
});
