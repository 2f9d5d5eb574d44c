import { contradicted, contradictionOfRejection, contradictionOfSet } from '../../../../src/features/crosswalk/decisions/contradictions.js';
import type { DeclaredSet } from '../../../../src/features/crosswalk/decisions/decision.js';
import { aRejection, aSet, groundOf } from '../../../support/crosswalk/decided-rows.js';

const given = (targetUuid: string, weight: number, inverseWeight: number): DeclaredSet['weights'] => [
  { targetUuid, weight, inverseWeight, inverseGiven: true },
];
const against = (set: DeclaredSet, ...sets: readonly DeclaredSet[]): string | undefined =>
  contradictionOfSet(set, { sets, rejections: [] }, groundOf())?.with.id;

describe('a new set contradicts', () => {
  const set = aSet('a1', 'b', { b1: 0.5 }, { id: 'new', remainder: 0.5 });

  test('another of the same row on common days', () => {
    expect(against(set, aSet('a1', 'b', { b2: 1 }, { id: 'twin', validFrom: '2025-01-01' }))).toBe('twin');
    expect(against({ ...set, validTo: '2025-01-01' }, aSet('a1', 'b', { b2: 1 }, { validFrom: '2025-01-01' }))).toBeUndefined();
    expect(against(set, aSet('a1', 'c', { c2: 1 }), aSet('a2', 'b', { b1: 1 }))).toBeUndefined();
  });

  test('a rejection of a pair that it names', () => {
    expect(contradictionOfSet(set, { sets: [], rejections: [aRejection('b1', 'a1', { id: 'no' })] }, groundOf())?.with.id).toBe('no');
    expect(contradictionOfSet(set, { sets: [], rejections: [aRejection('b2', 'a1')] }, groundOf())).toBeNull();
  });

  test('the other end’s own word about the same link, beyond a billionth', () => {
    const facing = aSet('b1', 'a', { a1: 0.3 }, { id: 'facing', remainder: 0.7 });
    expect(against({ ...set, weights: given('b1', 0.5, 0.3 + 0.9e-9) }, facing)).toBeUndefined();
    expect(against({ ...set, weights: given('b1', 0.5, 0.3 + 1.1e-9) }, facing)).toBe('facing');
    expect(against(set, { ...facing, weights: given('a1', 0.3, 0.6) })).toBe('facing');
    expect(against(set, facing)).toBeUndefined();
  });

  test('a whole row of the other end that does not name its unit, but not one that leaves the rest to computing', () => {
    expect(against(set, aSet('b1', 'a', { a2: 1 }, { id: 'silent', remainder: 0 }))).toBe('silent');
    expect(against(set, aSet('b1', 'a', { a2: 1 }))).toBeUndefined();
    expect(against(set, aSet('b3', 'a', { a1: 1 }, { id: 'naming', remainder: 0 }))).toBe('naming');
  });
});

describe('a new rejection contradicts', () => {
  const pair = aRejection('a1', 'b1', { id: 'new', validFrom: '2025-01-01' });

  test('a rejection of the same pair, and a set that names it, on common days', () => {
    const inForce = (sets: readonly DeclaredSet[], rejections = [aRejection('b2', 'a1')]) =>
      contradictionOfRejection(pair, { sets, rejections });
    expect(inForce([], [aRejection('b1', 'a1', { id: 'twin' })])?.with.id).toBe('twin');
    expect(inForce([aSet('b1', 'a', { a1: 0.2 }, { id: 'set' })])?.with.id).toBe('set');
    expect(inForce([aSet('b1', 'a', { a1: 0.2 }, { validTo: '2025-01-01' }), aSet('a1', 'b', { b2: 1 })])).toBeNull();
  });
});

test('the refusal names the decision in the way and its document', () => {
  const twin = aSet('a1', 'b', { b1: 1 }, { id: '7', documentNumber: '珠府办〔2026〕3号' });
  const contradiction = contradictionOfSet({ ...twin, id: '8' }, { sets: [twin], rejections: [] }, groundOf())!;
  expect(contradicted(contradiction)).toMatchObject({ code: 'CONFLICT', details: { decision: '7', documentNumber: '珠府办〔2026〕3号' } });
  expect(contradicted(contradiction).message).toContain('珠府办〔2026〕3号');
});
