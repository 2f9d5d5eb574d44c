import type { Division } from '../../../src/features/divisions/index.js';
import { divisionChanges, type DivisionListing } from '../../../src/features/intake/city/division-changes.js';

const today = '2026-03-11';

function aDivision(code: string, parts: Partial<Division> = {}): Division {
  return { code, name: code, level: 'COMMUNITY', parentCode: null, kind: 'RESIDENTS', validFrom: '2000-01-01', validTo: null, ...parts };
}

function aListing(accepted: readonly Division[], parts: Partial<DivisionListing> = {}): DivisionListing {
  return { accepted, refused: new Set(), complete: true, ...parts };
}

describe('the register of divisions, read again', () => {
  test('an equal listing changes nothing', () => {
    expect(divisionChanges([aDivision('1')], aListing([aDivision('1')]), today)).toEqual({ closed: [], opened: [] });
  });

  test('a period of the same beginning is corrected', () => {
    const [held, renamed] = [aDivision('1'), aDivision('1', { name: '竟成街道' })];
    expect(divisionChanges([held], aListing([renamed]), today)).toEqual({ closed: [held], opened: [renamed] });
  });

  test('a period that begins later ends the one before it in the world', () => {
    const [held, next] = [aDivision('1'), aDivision('1', { validFrom: '2020-01-01', kind: 'VILLAGERS' })];
    expect(divisionChanges([held], aListing([next]), today)).toEqual({
      closed: [held],
      opened: [{ ...held, validTo: '2020-01-01' }, next],
    });
  });

  test('a period that begins earlier takes the place of what began after it', () => {
    const [held, earlier] = [aDivision('1'), aDivision('1', { validFrom: '1990-01-01' })];
    expect(divisionChanges([held], aListing([earlier]), today)).toEqual({ closed: [held], opened: [earlier] });
  });

  test('a code that a complete listing no longer names ends today, one that ended before stays as it is, one to come falls away', () => {
    const gone = aDivision('1');
    const past = aDivision('2', { validTo: '2015-01-01' });
    const toCome = aDivision('3', { validFrom: '2027-01-01' });
    expect(divisionChanges([gone, past, toCome, aDivision('4')], aListing([aDivision('4')]), today)).toEqual({
      closed: [gone, toCome],
      opened: [{ ...gone, validTo: today }],
    });
  });

  test('what a listing cannot tell of stays believed: codes of refused rows, and all where a row was lost', () => {
    const held = [aDivision('1'), aDivision('2')];
    expect(divisionChanges(held, aListing([aDivision('2')], { refused: new Set(['1']) }), today)).toEqual({ closed: [], opened: [] });
    expect(divisionChanges(held, aListing([], { complete: false }), today)).toEqual({ closed: [], opened: [] });
  });
});
