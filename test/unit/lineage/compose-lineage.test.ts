import fc from 'fast-check';

import { type ComposedStep, composeLineage, type Share } from '../../../src/features/lineage/index.js';
import { seeded } from '../../support/geometry/seeded.js';

const step = (fromUuid: string, toUuid: string, weight: number, inverseWeight: number, effectiveOn = '2020-01-01'): ComposedStep => ({
  fromUuid,
  toUuid,
  weight,
  inverseWeight,
  effectiveOn,
  basis: 'AREA',
});

/** Everything that is not named last is taken to have ended at its steps. */
const compose = (steps: readonly ComposedStep[], at = '2030-01-01', from = 'a'): Record<string, Share> =>
  Object.fromEntries(composeLineage({ from, at, steps, endOf: endedAtSteps(steps) }).map((share) => [share.uuid, share]));

function endedAtSteps(steps: readonly ComposedStep[]): (uuid: string) => string | null {
  return (uuid) => steps.find(({ fromUuid }) => fromUuid === uuid)?.effectiveOn ?? null;
}

describe('a unit that is followed through its lineage', () => {
  test('without steps is where it was, whole', () => {
    expect(compose([])).toEqual({
      a: { uuid: 'a', weight: 1, low: 1, high: 1, inverseWeight: 1, size: 1, since: null, steps: 0, isMeasured: true },
    });
  });

  test('recoded twice is the last one, exactly', () => {
    const { c } = compose([step('a', 'b', 1, 1, '2020-01-01'), step('b', 'c', 1, 1, '2023-01-01')]);
    expect(c).toMatchObject({ weight: 1, low: 1, high: 1, inverseWeight: 1, since: '2023-01-01', steps: 2 });
  });

  test('split and split again is exact, since all of each piece is known to be its own', () => {
    const shares = compose([
      step('a', 'b', 0.5, 1),
      step('a', 'c', 0.5, 1),
      step('b', 'd', 0.25, 1, '2022-01-01'),
      step('b', 'e', 0.75, 1, '2022-01-01'),
    ]);
    expect(shares['d']).toMatchObject({ weight: 0.125, low: 0.125, high: 0.125 });
    expect(shares['c']).toMatchObject({ weight: 0.5, low: 0.5, high: 0.5, steps: 1 });
    expect(shares['b']).toBeUndefined();
  });

  test('merged and then split lies between Fréchet’s bounds', () => {
    // a is 6 of b's 10; c takes 7 of b: at least 3 of a's 6 went to c, at most all 6.
    const { c, d } = compose([step('a', 'b', 1, 0.6), step('b', 'c', 0.7, 1, '2022-01-01'), step('b', 'd', 0.3, 1, '2022-01-01')]);
    expect(c!.weight).toBeCloseTo(0.7, 12);
    expect(c!.low).toBeCloseTo(0.5, 12);
    expect(c!.high).toBeCloseTo(1, 12);
    expect([d!.low, d!.high]).toEqual([0, expect.closeTo(0.5, 12)]);
  });

  test('takes a pair that was recoded and re-parented at once as one step', () => {
    const { b } = compose([step('a', 'b', 1, 1), step('a', 'b', 1, 1)]);
    expect(b).toMatchObject({ weight: 1, steps: 1 });
  });

  test('ignores steps after the day that is asked for', () => {
    const steps = [step('a', 'b', 1, 1, '2020-01-01'), step('b', 'c', 1, 1, '2023-01-01')];
    expect(Object.keys(compose(steps, '2022-12-31'))).toEqual(['b']);
    expect(Object.keys(compose(steps, '2023-01-01'))).toEqual(['c']);
  });

  test('that gives a part away and stays in force keeps the rest', () => {
    const shares = composeLineage({ from: 'a', at: '2030-01-01', steps: [step('a', 'b', 0.3, 1)], endOf: () => null });
    expect(shares.map(({ uuid, weight }) => [uuid, weight])).toEqual([
      ['b', 0.3],
      ['a', 0.7],
    ]);
  });

  test('through statements that contradict each other about sizes promises nothing, and never more than the whole', () => {
    // By one way d is as large as a, by the other a hundredth of it.
    const { e, f } = compose([
      step('a', 'b', 0.5, 1),
      step('a', 'c', 0.5, 1),
      step('b', 'd', 1, 0.5, '2021-01-01'),
      step('c', 'd', 1, 0.005, '2021-01-01'),
      step('d', 'e', 0.5, 1, '2022-01-01'),
      step('d', 'f', 0.5, 1, '2022-01-01'),
    ]);
    for (const share of [e!, f!]) expect(share).toMatchObject({ low: 0, high: 1 });
  });
});

/** Ground of unit tiles, divided anew several times; weights are counted, so the truth is known exactly. */
interface Division {
  /** The unit of each tile. */
  readonly units: readonly string[];
}

const dayOf = (round: number): string => `20${String(10 + round)}-01-01`;

/** Divisions in which a unit is a label; `keepsNames` lets units of equal labels stay in force though their ground changes. */
const histories = fc.record({
  tiles: fc.integer({ min: 4, max: 40 }),
  rounds: fc.integer({ min: 1, max: 4 }),
  labels: fc.integer({ min: 1, max: 6 }),
  keepsNames: fc.boolean(),
  picks: fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 200 }),
});

function divisionsOf({ tiles, rounds, labels, keepsNames, picks }: Parameters<typeof drawn>[0]): readonly Division[] {
  return drawn({ tiles, rounds, labels, keepsNames, picks });
}

function drawn(parts: {
  readonly tiles: number;
  readonly rounds: number;
  readonly labels: number;
  readonly keepsNames: boolean;
  readonly picks: readonly number[];
}): readonly Division[] {
  const { tiles, rounds, labels, keepsNames, picks } = parts;
  return Array.from({ length: rounds + 1 }, (_, round) => ({
    units: Array.from({ length: tiles }, (__, tile) => {
      const label = picks[(round * 53 + tile * 7) % picks.length]! % labels;
      return keepsNames ? `u${label}` : `r${round}u${label}`;
    }),
  }));
}

const countOf = (division: Division, unit: string): number => division.units.filter((name) => name === unit).length;
const commonOf = (one: Division, a: string, other: Division, b: string): number =>
  one.units.filter((name, tile) => name === a && other.units[tile] === b).length;

function stepsBetween(before: Division, after: Division, day: string): readonly ComposedStep[] {
  const pairs = new Set(before.units.map((name, tile) => `${name} ${after.units[tile]}`));
  return [...pairs].flatMap((pair) => {
    const [from, to] = pair.split(' ') as [string, string];
    const common = commonOf(before, from, after, to);
    return from === to ? [] : [step(from, to, common / countOf(before, from), common / countOf(after, to), day)];
  });
}

interface Told {
  readonly divisions: readonly Division[];
  readonly steps: readonly ComposedStep[];
  readonly endOf: (uuid: string) => string | null;
}

function toldOf(divisions: readonly Division[]): Told {
  const steps = divisions.slice(1).flatMap((after, round) => stepsBetween(divisions[round]!, after, dayOf(round + 1)));
  const endOf = (uuid: string): string | null => {
    const last = divisions.findLastIndex(({ units }) => units.includes(uuid));
    return last === divisions.length - 1 ? null : dayOf(last + 1);
  };
  return { divisions, steps, endOf };
}

const tolerance = 1e-9;

describe('the composed share of random divisions', () => {
  test('holds the true overlay of the first and the last division between its bounds', () => {
    let cases = 0;
    let open = 0;
    seeded(
      fc.property(histories, (history) => {
        // A name that comes back after it was gone is another unit; such histories are another test's.
        const { divisions, steps, endOf } = toldOf(withoutReturns(divisionsOf(history)));
        const [first, last] = [divisions[0]!, divisions.at(-1)!];
        for (const from of new Set(first.units)) {
          const shares = new Map(composeLineage({ from, at: '2099-01-01', steps, endOf }).map((share) => [share.uuid, share]));
          for (const to of new Set(last.units)) {
            const truth = commonOf(first, from, last, to) / countOf(first, from);
            const share = shares.get(to);
            cases += 1;
            if (share === undefined) expect(truth).toBe(0);
            else {
              open += share.high - share.low > tolerance ? 1 : 0;
              expect(share.low).toBeLessThanOrEqual(truth + tolerance);
              expect(share.high).toBeGreaterThanOrEqual(truth - tolerance);
              expect(share.low).toBeLessThanOrEqual(share.weight);
              expect(share.high).toBeGreaterThanOrEqual(share.weight);
            }
          }
        }
      }),
      1_500,
    );
    // The property would be empty if every bound were exact, or nearly nothing were compared.
    expect(cases).toBeGreaterThan(5_000);
    expect(open).toBeGreaterThan(1_000);
  });

  test('adds up to the whole, and over one step is the truth itself', () => {
    seeded(
      fc.property(histories, (history) => {
        const { divisions, steps, endOf } = toldOf(withoutReturns(divisionsOf(history)));
        for (const from of new Set(divisions[0]!.units)) {
          const shares = composeLineage({ from, at: '2099-01-01', steps, endOf });
          expect(Math.abs(shares.reduce((sum, { weight }) => sum + weight, 0) - 1)).toBeLessThan(tolerance);
          for (const { uuid, weight } of composeLineage({ from, at: dayOf(1), steps, endOf })) {
            const truth = commonOf(divisions[0]!, from, divisions[1]!, uuid) / countOf(divisions[0]!, from);
            expect(weight).toBeCloseTo(truth, 9);
          }
        }
      }),
      500,
    );
  });

  test('is the same whether it is composed at once or in two halves', () => {
    seeded(
      fc.property(histories, fc.nat(3), (history, cut) => {
        const { divisions, steps, endOf } = toldOf(withoutReturns(divisionsOf({ ...history, keepsNames: false })));
        const middle = dayOf(Math.min(cut, divisions.length - 1));
        for (const from of new Set(divisions[0]!.units)) {
          const joined = new Map<string, number>();
          for (const half of composeLineage({ from, at: middle, steps, endOf })) {
            for (const { uuid, weight } of composeLineage({ from: half.uuid, at: '2099-01-01', steps, endOf }))
              joined.set(uuid, (joined.get(uuid) ?? 0) + half.weight * weight);
          }
          const whole = composeLineage({ from, at: '2099-01-01', steps, endOf });
          expect(whole.map(({ uuid }) => uuid).sort()).toEqual([...joined.keys()].sort());
          for (const { uuid, weight } of whole) expect(joined.get(uuid)).toBeCloseTo(weight, 9);
        }
      }),
      500,
    );
  });
});

/** The same divisions, a name that was gone and comes back made another. */
function withoutReturns(divisions: readonly Division[]): readonly Division[] {
  return divisions.map(({ units }, round) => ({ units: units.map((name) => generationOf(divisions, name, round)) }));
}

function generationOf(divisions: readonly Division[], name: string, round: number): string {
  let generation = 0;
  for (let at = 1; at <= round; at += 1) {
    if (divisions[at]!.units.includes(name) && !divisions[at - 1]!.units.includes(name)) generation += 1;
  }
  return generation === 0 ? name : `${name}g${generation}`;
}
