import type { DivisionCode } from '../../../kernel/ids.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { list, optionalId, refuse, requiredId, requiredText } from './cells.js';
import { goneSentence } from './gone-division.js';

/** A division that must be known, and stand today unless the row itself has ended; null where it is not given. */
export function optionalDivision(row: SourceRow, field: string, register: CityRegister, ended = false): DivisionCode | null {
  const code = optionalId(row, field, { opaque: register.opaqueDivisions });
  if (code === null) return null;
  const periods = register.divisionsOf(code);
  if (periods.length === 0) {
    return refuse(row, field, {
      expected: 'the code of a division of this city',
      remedy: 'Correct the code, or add the division to the city’s divisions file.',
    });
  }
  if (ended || register.stands(code)) return code;
  return refuse(row, field, {
    expected: `a division that stands on ${register.today}`,
    remedy: `${goneSentence(register, periods.at(-1)!)}: give the division that took its place.`,
  });
}

/** A division that must be given. */
export function requiredDivision(row: SourceRow, field: string, register: CityRegister): DivisionCode {
  return optionalDivision(row, field, register) ?? refuse(row, field, { expected: 'a division', remedy: 'Fill the cell.' });
}

/** The code of a known organisation. */
export function requiredOrganisation(row: SourceRow, field: string, register: CityRegister): string {
  return knownOrganisation(row, field, requiredId(row, field, { opaque: true }), register);
}

/** The code of a known organisation, or null where it is not given. */
export function optionalOrganisation(row: SourceRow, field: string, register: CityRegister): string | null {
  const code = optionalId(row, field, { opaque: true });
  return code === null ? null : knownOrganisation(row, field, code, register);
}

/** The codes of known organisations in a cell that holds a list. */
export function organisations(row: SourceRow, field: string, register: CityRegister): readonly string[] {
  return [...new Set(list(row, field).map((code) => knownOrganisation(row, field, code, register)))];
}

/** The own code of the organisation that has a code, its own or another; exactly one must have it. */
export function knownOrganisation(row: SourceRow, field: string, code: string, register: CityRegister): string {
  const found = register.organisation(code);
  if (found === null) {
    return refuse(row, field, {
      value: code,
      expected: 'the code of a known organisation',
      remedy: 'Correct the code, or add the organisation to the city’s organisations file.',
    });
  }
  if (found === 'AMBIGUOUS' || register.organisation(found.code) === 'AMBIGUOUS') {
    return refuse(row, field, {
      value: code,
      code: 'AMBIGUOUS_ID',
      expected: 'a code that one organisation has',
      remedy: 'Two registers use this code; give the credit code.',
    });
  }
  return found.code;
}

/** A category that must be known under its standard and kind; `*` for all of a standard where `wildcard` allows it. */
export function category(
  row: SourceRow,
  register: CityRegister,
  wildcard = false,
): { readonly standard: string; readonly kind: string; readonly code: string } {
  const key = {
    standard: requiredText(row, 'standard'),
    kind: requiredText(row, 'kind'),
    code: requiredId(row, 'category', { opaque: true }),
  };
  if ((wildcard && key.code === '*') || register.category(key)) return key;
  return refuse(row, 'category', {
    expected: `a category of ${key.standard}, ${key.kind}`,
    expectedUnseen: 'a category of the standard and kind',
    remedy: 'Correct standard, kind and code, or add the category to the city’s categories file.',
  });
}
