import { communitySerialFault, digitsFault, divisionCodeFault, opaqueIdFault } from '../../../src/kernel/code-shape.js';

describe('the shape of a code', () => {
  test.each(['360203', '360203003', '360203003002'])('%s may be a division', (code) => {
    expect(divisionCodeFault(code)).toBeNull();
  });

  test.each(['', '3602', '36020300', '360203003002001', '36020a', '３６０２０３', '360203\n', '-60203'])('%j is no division', (code) => {
    expect(divisionCodeFault(code)).toBe('expected 6, 9 or 12 digits of a division');
  });

  test('a community and a serial are 15 digits', () => {
    expect(communitySerialFault('360203003002001')).toBeNull();
    expect(communitySerialFault('36020300300200')).toBe('expected 15 digits, got 14 characters (12 of the community and a serial of 3)');
  });

  test.each(['36020300700100a', '3602030070010010', '360203007001001 ', '٣٦٠٢٠٣٠٠٧٠٠١٠٠١'])('%j is not 15 digits', (code) => {
    expect(digitsFault(code, 15)).not.toBeNull();
  });

  test.each(['A', '360203007001001', '网格-3/东区', 'a b', '𠮷'.repeat(64)])('%j may be an id that only its office can read', (id) => {
    expect(opaqueIdFault(id)).toBeNull();
  });

  test.each(['', ' A', 'A ', 'a\tb', 'a\u0000b', 'a\u200bb', 'a\u202eb', 'a\nb', '\ud800', 'A'.repeat(65)])('%j is no id at all', (id) => {
    expect(opaqueIdFault(id)).not.toBeNull();
  });
});
