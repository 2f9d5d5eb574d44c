import { checkedWords } from '../../../src/kernel/checked-words.js';
import type { CityError } from '../../../src/kernel/city-error.js';

function refusalOf(text: string): CityError {
  try {
    checkedWords({ field: 'text', text, longest: 16 });
  } catch (error) {
    return error as CityError;
  }
  throw new Error(`${JSON.stringify(text)} was accepted.`);
}

describe('words that somebody writes', () => {
  test('are kept without the blanks around them', () => {
    expect(checkedWords({ field: 'text', text: ' 楼道灯不亮\n', longest: 5 })).toBe('楼道灯不亮');
  });

  test.each(['', ' \n', '一二三四五六七八九十一二三四五六七', 'a\u0000b', '\ud800'])('%j is refused with its length alone', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'TEXT_INVALID', details: { field: 'text', length: [...text.trim()].length } });
  });

  test('characters are counted, not halves of them', () => {
    expect(checkedWords({ field: 'text', text: '𠮷'.repeat(10), longest: 10 })).toHaveLength(20);
  });

  test('a number of a person is refused by its kind, and never repeated', () => {
    const refusal = refusalOf('联系13800138000');
    expect(refusal).toMatchObject({ code: 'TEXT_INVALID', details: { field: 'text', mark: 'MOBILE' } });
    expect(JSON.stringify([refusal.message, refusal.messageZh, refusal.hint, refusal.details])).not.toContain('13800138000');
  });
});
