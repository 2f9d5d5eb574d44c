import { CityError } from '../../../kernel/city-error.js';

/** The refusal of a count that comes to a year whose days nobody has told: `DATE_INVALID`, naming the year and where to load it. */
export function unknownYear(year: number, known: readonly number[]): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `Expected a year whose working days are known, got ${year}: no table of holidays gives it.`,
    messageZh: `无法计算工作日：缺少 ${year} 年的节假日安排。`,
    hint: `Import the holidays and make-up working days of ${year} with the city pack (holidays.csv); every year's are published by the State Council in the autumn before. 请在城市数据包的 holidays.csv 中补充 ${year} 年节假日和调休安排后重新导入。`,
    details: { year, knownYears: known },
  });
}
