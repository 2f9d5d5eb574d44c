import { syntheticCreditCode } from '../../../scripts/sample-city/bodies/credit-code.js';
import { creditCodeFault } from '../../../src/kernel/credit-code.js';

describe('synthetic credit codes', () => {
  it('are right by GB 32100 and GB 11714, and plainly invented', () => {
    const codes = Array.from({ length: 500 }, (_, i) => syntheticCreditCode('54', '360203', i + 1));
    expect(codes.filter((code) => creditCodeFault(code) !== null)).toEqual([]);
    expect(codes.every((code) => /^5436020300\d{6}[\dX]/.test(code))).toBe(true);
  });

  it('carry the inner check character: organisation code 0000000X sums as the standard says', () => {
    // 8th digit weighs 2: 1 → 11 − 2 = 9, 5 → 11 − 10 = 1.
    expect([1, 5].map((serial) => syntheticCreditCode('11', '360200', serial)[16])).toEqual(['9', '1']);
  });

  it('are refused where the parts do not fit', () => {
    expect(() => syntheticCreditCode('11', '3602', 1)).toThrow('No credit code can be made of 11, 3602, 1.');
  });
});
