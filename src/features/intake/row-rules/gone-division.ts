import type { DivisionFacts } from '../../../departments/contract.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { Division } from '../../divisions/index.js';
import type { CityRegister } from '../city/city-register.js';

const mostNamed = 3;

/** What the register says of a division that a row names; null where it has none of that code. */
export function divisionFacts(register: CityRegister, code: DivisionCode): DivisionFacts | null {
  const last = register.divisionsOf(code).at(-1);
  if (last === undefined) return null;
  const stands = register.stands(code);
  return { code, level: last.level, stands, gone: stands ? '' : goneSentence(register, last) };
}

/**
 * When a division ended, and which ones of its level began beside it on that day: one of them may have taken its place,
 * for people to judge; nothing is converted by it.
 */
export function goneSentence(register: CityRegister, division: Division): string {
  const { name, validFrom, validTo } = division;
  const begun = begunBeside(register, division);
  const named = begun.slice(0, mostNamed).map((one) => `${one.name} ${one.code}`);
  const more = begun.length > mostNamed ? ` and ${begun.length - mostNamed} more` : '';
  const successors = begun.length === 0 ? '' : `, when ${named.join(', ')}${more} began beside it`;
  return `${name} stood until ${validTo ?? validFrom}${successors}`;
}

/** Under the same parent, else anywhere in the same county, else (a county itself, or one whose county is gone too) in the city. */
function begunBeside(register: CityRegister, { code, level, parentCode, validTo }: Division): readonly Division[] {
  if (validTo === null) return [];
  const begun = register.divisionsBegunOn(validTo).filter((one) => one.level === level && one.code !== code);
  const siblings = begun.filter((one) => one.parentCode === parentCode);
  if (siblings.length > 0) return siblings;
  const county = countyOf(register, parentCode);
  const near = begun.filter((one) => county !== null && countyOf(register, one.parentCode) === county);
  return near.length > 0 ? near : begun;
}

function countyOf(register: CityRegister, code: DivisionCode | null): DivisionCode | null {
  const division = code === null ? undefined : register.divisionsOf(code).at(-1);
  if (division === undefined) return null;
  return division.level === 'COUNTY' ? division.code : countyOf(register, division.parentCode);
}
