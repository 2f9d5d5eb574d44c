import { idCardCheckCharacter, idCardVerdict, normalIdCard } from '../../../src/kernel/id-card.js';

describe('A61: a citizen identity number (GB 11643)', () => {
  test.each(['11010519491231002X', '440524188001010014', '360202199001010013'])('%s is right', (number) => {
    expect(idCardCheckCharacter(number.slice(0, 17))).toBe(number[17]);
    expect(idCardVerdict(number)).toBe('RIGHT');
  });

  test('is the same with a lower-case x, and kept with an upper-case one', () => {
    expect(idCardVerdict('11010519491231002x')).toBe('RIGHT');
    expect(normalIdCard(' 11010519491231002x')).toBe('11010519491231002X');
    expect(['护照x', '1234x', '440524188001010014'].map(normalIdCard)).toEqual(['护照x', '1234x', '440524188001010014']);
  });

  test.each([
    ['110105194912310021', 'WRONG_CHECK_CHARACTER'],
    ['110105194902310020', 'WRONG_DATE'],
    ['110105491231002', 'OLD_FORM'],
    ['110105490231002', 'WRONG_DATE'],
    ['E12345678', 'OTHER_DOCUMENT'],
    ['', 'OTHER_DOCUMENT'],
  ])('%j is told to be %s', (number, verdict) => {
    expect(idCardVerdict(number)).toBe(verdict);
  });

  test('has no check character where its digits are no digits', () => {
    expect(idCardCheckCharacter('1101051949123100')).toBeNull();
    expect(idCardCheckCharacter('1101051949123100X')).toBeNull();
  });
});
