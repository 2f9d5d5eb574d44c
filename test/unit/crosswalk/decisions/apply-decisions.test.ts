import fc from 'fast-check';

import { conservationError, isConserved } from '../../../../src/features/crosswalk/conservation.js';
import { applyDecisions } from '../../../../src/features/crosswalk/decisions/apply-decisions.js';
import type { DeclaredSet, RejectedPair } from '../../../../src/features/crosswalk/decisions/decision.js';
import type { CoverageRecord, LinkRecord } from '../../../../src/features/crosswalk/ports.js';
import { holds } from '../../../../src/kernel/dates.js';
import { aCover, aLink, always, aRejection, aSet, groundOf } from '../../../support/crosswalk/decided-rows.js';
import { seeded } from '../../../support/geometry/seeded.js';

// Unit a1 lies for 0.6 in b1 and for 0.3 in b2; b1 lies for 0.8 in a1.
const computed = {
  links: [aLink('a1', 'b1', { weight: 0.6, inverseWeight: 0.8 }), aLink('a1', 'b2', { weight: 0.3, inverseWeight: 0.1 })],
  coverage: [aCover('a1', 'b', 0.9), aCover('b1', 'a', 0.8), aCover('b2', 'a', 0.1)],
};
const decide = (decisions: { sets?: readonly DeclaredSet[]; rejections?: readonly RejectedPair[] }, ground = groundOf()) =>
  applyDecisions(computed, { sets: [], rejections: [], ...decisions }, ground);
const shares = ({ linked, omitted, uncovered, doubleCover }: CoverageRecord): readonly number[] => [
  linked,
  omitted,
  uncovered,
  doubleCover,
];
const weights = (links: readonly LinkRecord[]): Record<string, number> =>
  Object.fromEntries(links.map(({ sourceUuid, targetUuid, weight }) => [`${sourceUuid}→${targetUuid}`, weight]));

describe('a rejected pair', () => {
  test('leaves, and its share is omitted in the rows of both ends', () => {
    const decided = decide({ rejections: [aRejection('b1', 'a1')] });

    expect(weights(decided.links)).toEqual({ 'a1→b2': 0.3 });
    expect(decided.coverage.map(({ omitted }) => omitted)).toEqual([0.6, 0.8, 0]);
    expect(decided.coverage.map(({ linked }) => linked)).toEqual([expect.closeTo(0.3, 12), 0, 0.1]);
    expect(decided.coverage.every(isConserved)).toBe(true);
  });

  test('is remembered whole, so that a withdrawal brings back exactly what was computed', () => {
    const { displaced } = decide({ rejections: [aRejection('a1', 'b1', { validFrom: '2025-06-01' })] });

    expect(displaced).toEqual({ links: [computed.links[0]], coverage: [computed.coverage[0], computed.coverage[1]] });
  });

  test('keeps its days before the rejection', () => {
    const decided = decide({ rejections: [aRejection('a1', 'b1', { validFrom: '2025-06-01' })] });

    expect(decided.links[0]).toEqual({ ...computed.links[0], validTo: '2025-06-01' });
    expect(decided.coverage.filter(({ unitUuid }) => unitUuid === 'a1').map(({ validFrom, omitted }) => [validFrom, omitted])).toEqual([
      ['2024-01-01', 0],
      ['2025-06-01', 0.6],
    ]);
  });
});

describe('a declared row', () => {
  test('stands beside the computed one, which stays as it is', () => {
    const decided = decide({ sets: [aSet('a1', 'b', { b3: 0.7, b1: 0.2 }, { remainder: 0.1 })] });

    expect(decided.links).toEqual(computed.links);
    expect(decided.coverage).toEqual(computed.coverage);
    expect(weights(decided.declared.links)).toEqual({ 'a1→b3': 0.7, 'a1→b1': 0.2 });
    expect(decided.declared.links[0]).toMatchObject({ basis: 'DECLARED', confidence: 1, declarationId: 'set of a1 in b', areaM2: null });
    expect(decided.declared.coverage.map(shares)).toEqual([[expect.closeTo(0.9, 12), 0, expect.closeTo(0.1, 12), 0]]);
  });

  test('may leave the rest as computed: it is spread in proportion, less trusted, over what is not named', () => {
    const { declared } = decide({ sets: [aSet('a1', 'b', { b1: 0.2 })] });

    // 0.8 are left for b2 (0.3) and what is uncovered (0.1).
    expect(weights(declared.links)).toEqual({ 'a1→b1': 0.2, 'a1→b2': expect.closeTo(0.6, 12) });
    expect(declared.links.map(({ confidence }) => confidence)).toEqual([1, Math.fround(0.8)]);
    expect(declared.coverage.map(shares)).toEqual([[expect.closeTo(0.8, 12), 0, expect.closeTo(0.2, 12), 0]]);
  });

  test('leaves the rest uncovered where nothing else is computed', () => {
    const { declared } = applyDecisions({ links: [], coverage: [] }, { sets: [aSet('a1', 'b', { b1: 0.2 })], rejections: [] }, groundOf());

    expect(declared.coverage.map(shares)).toEqual([[0.2, 0, 0.8, 0]]);
  });

  test('spreads nothing to a rejected unit: what was omitted for it keeps its part of the rest', () => {
    const { declared } = decide({ sets: [aSet('a1', 'b', { b2: 0.5 })], rejections: [aRejection('a1', 'b1')] });

    expect(weights(declared.links)).toEqual({ 'a1→b2': 0.5 });
    expect(declared.coverage.map(shares)).toEqual([[0.5, expect.closeTo((0.5 * 0.6) / 0.7, 12), expect.closeTo((0.5 * 0.1) / 0.7, 12), 0]]);
  });

  test('ends with its unit, and omits a named unit that has ended', () => {
    const ground = groundOf({
      a1: [{ validFrom: '2024-01-01', validTo: '2026-01-01' }],
      b1: [{ validFrom: '2024-01-01', validTo: '2025-01-01' }],
    });
    const { declared } = decide({ sets: [aSet('a1', 'b', { b1: 0.6, b2: 0.4 }, { remainder: 0 })] }, ground);

    expect(declared.links.map(({ targetUuid, validTo }) => [targetUuid, validTo])).toEqual([
      ['b1', '2025-01-01'],
      ['b2', '2026-01-01'],
    ]);
    expect(declared.coverage.map(({ validTo, omitted }) => [validTo, omitted])).toEqual([
      ['2025-01-01', 0],
      ['2026-01-01', 0.6],
    ]);
  });

  test('takes as inverse what the other end declares, unless it names one itself', () => {
    const other = aSet('b1', 'a', { a1: 0.9 }, { remainder: 0.1 });
    const own = decide({ sets: [aSet('a1', 'b', { b1: 1 }, { remainder: 0 }), other] });
    const named = decide({
      sets: [
        aSet('a1', 'b', {}, { remainder: 0, weights: [{ targetUuid: 'b1', weight: 1, inverseWeight: 0.9, inverseGiven: true }] }),
        other,
      ],
    });

    for (const { declared } of [own, named]) expect(declared.links[0]).toMatchObject({ weight: 1, inverseWeight: 0.9 });
  });
});

describe('whatever is decided', () => {
  const days = ['2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01'];
  const period = fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(...days, null))
    .filter(([from, to]) => to === null || from < to)
    .map(([validFrom, validTo]) => ({ validFrom, validTo }));
  const share = fc.integer({ min: 1, max: 1000 });
  /** Three units of layer a over four of layer b, some of them only for a while. */
  const city = fc
    .record({
      grid: fc.array(fc.array(fc.option(share, { nil: 0 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      gap: share,
      period,
    })
    .map(({ grid, gap, period: days_ }) => {
      const link = (a: number, b: number): number => grid[a]![b]! / (grid[a]!.reduce((sum, one) => sum + one, 0) + gap);
      const back = (a: number, b: number): number => grid[a]![b]! / (grid.reduce((sum, row) => sum + row[b]!, 0) + gap);
      const pairs = grid.flatMap((row, a) => row.flatMap((one, b) => (one > 0 ? [{ a, b }] : [])));
      const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
      return {
        links: pairs.map(({ a, b }) => aLink(`a${a}`, `b${b}`, { weight: link(a, b), inverseWeight: back(a, b), ...days_ })),
        coverage: [
          ...grid.map((row, a) => aCover(`a${a}`, 'b', sumOf(row.map((_, b) => link(a, b))), days_)),
          ...grid[0]!.map((_, b) => aCover(`b${b}`, 'a', sumOf(grid.map((__, a) => back(a, b))), days_)),
        ],
      };
    });
  const rejection = fc.tuple(fc.nat(2), fc.nat(3), period).map(([a, b, days_]) => aRejection(`a${a}`, `b${b}`, days_));
  const set = fc
    .record({
      unit: fc.nat(2),
      named: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
      parts: fc.array(share, { minLength: 5, maxLength: 5 }),
      rest: fc.boolean(),
      period,
    })
    .map(({ unit, named, parts, rest, period: days_ }) => {
      const whole = named.reduce((sum, _, index) => sum + parts[index]!, parts[4]!);
      const weights_ = Object.fromEntries(named.map((b, index) => [`b${b}`, parts[index]! / whole]));
      return aSet(`a${unit}`, 'b', weights_, { ...days_, remainder: rest ? null : parts[4]! / whole });
    });
  const decisions = fc.record({ sets: fc.array(set, { maxLength: 3 }), rejections: fc.array(rejection, { maxLength: 4 }) });

  test('every row adds up on every day, and no rejected pair is linked by computing', () => {
    seeded(
      fc.property(city, decisions, (rows, decided) => {
        const { links, coverage, declared } = applyDecisions(rows, decided, groundOf());
        for (const cover of [...coverage, ...declared.coverage]) expect(Math.abs(conservationError(cover))).toBeLessThanOrEqual(1e-9);
        for (const day of days) {
          const linked = (from: readonly LinkRecord[], unit: string): number =>
            from
              .filter((one) => holds(one, day))
              .reduce((sum, one) => sum + (one.sourceUuid === unit ? one.weight : one.targetUuid === unit ? one.inverseWeight : 0), 0);
          for (const cover of coverage.filter((one) => holds(one, day))) expect(linked(links, cover.unitUuid)).toBeCloseTo(cover.linked, 9);
          for (const { oneUuid, otherUuid } of decided.rejections.filter((one) => holds(one, day)))
            expect(links.filter((one) => holds(one, day) && one.sourceUuid === oneUuid && one.targetUuid === otherUuid)).toEqual([]);
        }
        for (const one of decided.sets.filter((a) => decided.sets.every((b) => a === b || a.unitUuid !== b.unitUuid)))
          for (const cover of declared.coverage.filter((c) => c.unitUuid === one.unitUuid)) {
            const ways = declared.links.filter((link) => link.sourceUuid === one.unitUuid && holds(link, cover.validFrom));
            expect(ways.reduce((sum, way) => sum + way.weight, 0)).toBeCloseTo(cover.linked, 9);
          }
      }),
      2_000,
    );
  });

  test('what is displaced and what is left untouched is together what was computed', () => {
    seeded(
      fc.property(city, fc.array(rejection, { maxLength: 4 }), (rows, rejections) => {
        const { links, coverage, displaced } = applyDecisions(rows, { sets: [], rejections }, groundOf());
        const untouched = rows.links.filter((link) => links.includes(link));
        expect(new Set([...untouched, ...displaced.links])).toEqual(new Set(rows.links));
        expect(new Set([...rows.coverage.filter((one) => coverage.includes(one)), ...displaced.coverage])).toEqual(new Set(rows.coverage));
      }),
      500,
    );
  });
});

test('without decisions, what was computed is what stands', () => {
  expect(decide({})).toEqual({ ...computed, displaced: { links: [], coverage: [] }, declared: { links: [], coverage: [] } });
  expect(always.validTo).toBeNull();
});
