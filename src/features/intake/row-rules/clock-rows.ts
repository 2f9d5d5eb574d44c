import {
  commonProcedure,
  type HolidayArrival,
  holidayKinds,
  type LimitArrival,
  limitUnits,
  longestLimit,
  usualCondition,
} from '../../clocks/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalInt, optionalText, refuse, requiredText, requiredWord } from './cells.js';
import { category, optionalDivision } from './references.js';
import { dateRange, requiredDate } from './time-cells.js';

/** A holiday, or a make-up working day. */
export function holidayRow(row: SourceRow): HolidayArrival {
  return {
    day: requiredDate(row, 'date'),
    kind: requiredWord(row, 'kind', holidayKinds),
    name: requiredText(row, 'name'),
    document: optionalText(row, 'document'),
  };
}

/** How long a clock runs, for some matters or for all. */
export function limitRow(row: SourceRow, register: CityRegister): LimitArrival {
  return {
    procedure: procedureOf(row, register),
    clock: clockOf(row),
    ...categoryOf(row, register),
    divisionCode: optionalDivision(row, 'division', register),
    ...conditionOf(row),
    amount: amountOf(row),
    unit: requiredWord(row, 'unit', limitUnits),
    document: optionalText(row, 'document'),
    ...dateRange(row, requiredDate(row, 'valid_from')),
  };
}

function procedureOf(row: SourceRow, register: CityRegister): string {
  const procedure = optionalText(row, 'procedure') ?? commonProcedure;
  // Offices stand in the register by their code as well.
  const keys = [...register.offices].filter(([key, code]) => key !== code).map(([key]) => key);
  if (procedure === commonProcedure || keys.includes(procedure)) return procedure;
  return refuse(row, 'procedure', {
    expected: `${commonProcedure}, or one of ${keys.join(', ')}`,
    remedy: 'Name an office that takes part, or leave the cell empty.',
  });
}

function clockOf(row: SourceRow): string {
  const clock = requiredText(row, 'clock');
  if (/^[A-Z][A-Z0-9_]{0,39}$/.test(clock)) return clock;
  return refuse(row, 'clock', {
    expected: 'the name of a clock in capitals, such as HANDLING',
    remedy: 'Write REVIEW, ACCEPTANCE, HANDLING, FEEDBACK, VERIFICATION, EVALUATION or another clock of the procedure.',
  });
}

function categoryOf(row: SourceRow, register: CityRegister): Pick<LimitArrival, 'standard' | 'kind' | 'categoryCode'> {
  if (['standard', 'kind', 'category'].every((field) => row.text(field).trim() === ''))
    return { standard: null, kind: null, categoryCode: null };
  const { standard, kind, code } = category(row, register, true);
  return { standard, kind, categoryCode: code === '*' ? null : code };
}

function conditionOf(row: SourceRow): Pick<LimitArrival, 'condition' | 'conditionZh'> {
  const [condition, conditionZh] = [optionalText(row, 'condition') ?? usualCondition, optionalText(row, 'condition_zh')];
  if ((condition === usualCondition) === (conditionZh === null)) return { condition, conditionZh };
  return refuse(row, 'condition_zh', {
    expected: 'both a condition and what it says, or neither',
    remedy: 'Give the condition a code and a sentence, or leave both cells empty.',
  });
}

function amountOf(row: SourceRow): number {
  const amount = optionalInt(row, 'amount', 1);
  if (amount !== null && amount <= longestLimit) return amount;
  return refuse(row, 'amount', {
    expected: `a whole number from 1 to ${longestLimit}`,
    remedy: 'Write how many of the unit the limit has.',
  });
}
