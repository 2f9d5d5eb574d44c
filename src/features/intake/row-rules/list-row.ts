import { listKinds, type ListLineArrival } from '../../catalogue/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalBool, optionalInt, optionalText, refuse, requiredText, requiredWord } from './cells.js';
import { category, optionalDivision, optionalOrganisation } from './references.js';
import { dateRange, requiredDate } from './time-cells.js';

/** A line of a list; what it says of its edition must agree with `earlier` lines, and editions begin in the order of their numbers. */
export function listRow(row: SourceRow, register: CityRegister, earlier: readonly ListLineArrival[]): ListLineArrival {
  const kind = requiredWord(row, 'list', listKinds);
  const line = {
    kind,
    edition: optionalInt(row, 'edition', 1) ?? refuse(row, 'edition', { expected: 'the number of an edition', remedy: 'Fill the cell.' }),
    effectiveFrom: requiredDate(row, 'effective_from'),
    publishedBy: requiredText(row, 'published_by'),
    category: category(row, register),
    divisionCode: optionalDivision(row, 'division', register, true),
    organisationCode: optionalOrganisation(row, 'organisation', register),
    task: requiredText(row, 'task'),
    document: optionalText(row, 'document'),
    temporary: optionalBool(row, 'temporary') ?? false,
    ...dateRange(row, requiredDate(row, 'valid_from')),
  };
  checkLine(row, line);
  checkEdition(
    row,
    line,
    earlier.filter((other) => other.kind === kind),
  );
  return line;
}

function checkLine(row: SourceRow, { kind, temporary, validTo, organisationCode }: ListLineArrival): void {
  if (temporary && validTo === null)
    refuse(row, 'valid_to', {
      code: 'DATE_INVALID',
      expected: 'the end of a temporary line',
      remedy: 'A temporary matter is let in for a while only: fill the cell.',
    });
  if (kind === 'DUTY' && organisationCode === null)
    refuse(row, 'organisation', { expected: 'the organisation that must answer', remedy: 'Fill the cell.' });
}

function checkEdition(row: SourceRow, line: ListLineArrival, others: readonly ListLineArrival[]): void {
  const same = others.find(({ edition }) => edition === line.edition);
  if (same !== undefined && same.effectiveFrom !== line.effectiveFrom)
    refuse(row, 'effective_from', {
      expected: `${same.effectiveFrom}, as other lines of edition ${line.edition} say`,
      remedy: 'An edition is in force from one day.',
    });
  if (same !== undefined && same.publishedBy !== line.publishedBy)
    refuse(row, 'published_by', {
      expected: 'the document that other lines of the edition name',
      remedy: 'An edition is published by one document.',
    });
  const crossed = others.find(
    (other) => other.edition !== line.edition && other.edition < line.edition !== other.effectiveFrom < line.effectiveFrom,
  );
  if (crossed !== undefined)
    refuse(row, 'effective_from', {
      expected: `a day ${crossed.edition < line.edition ? 'after' : 'before'} ${crossed.effectiveFrom}, on which edition ${crossed.edition} begins`,
      remedy: 'Editions begin in the order of their numbers.',
    });
}
