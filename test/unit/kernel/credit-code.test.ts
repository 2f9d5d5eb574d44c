import fc from 'fast-check';

import { creditCheckCharacter, creditCodeFault } from '../../../src/kernel/credit-code.js';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const published = ['91350100M000100Y43', '9144030071526726XG', '914403001922038216', '11360202014300012R', '113602030143000203'];

describe('a unified social credit code', () => {
  test.each(published)('%s is one', (code) => {
    expect(creditCodeFault(code)).toBeNull();
    expect(creditCheckCharacter(code.slice(0, 17))).toBe(code[17]);
  });

  test('is refused after any change of any one character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...published), fc.nat(17), fc.constantFrom(...alphabet), (code, place, letter) => {
        fc.pre(code[place] !== letter);
        expect(creditCodeFault(code.slice(0, place) + letter + code.slice(place + 1))).not.toBeNull();
      }),
    );
  });

  test('names the check character that its first 17 characters call for', () => {
    expect(creditCodeFault('91350100M000100Y44')).toBe('expected 3 as the check character, the last of 18');
  });

  test.each([
    '',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '91350100m000100y43',
    '91350100I000100Y43',
    '９１350100M000100Y43',
    ' 91350100M000100Y43',
    '91350100M000100Y43\n',
  ])('is never %j', (text) => {
    expect(creditCodeFault(text)).toBe('expected 18 digits or capital letters without I, O, S, V, Z');
  });

  test.each(['', '9135', '91350100M000100Z4', '91350100M000100Y43'])('has no check character for the body %j', (body) => {
    expect(creditCheckCharacter(body)).toBeNull();
  });
});
