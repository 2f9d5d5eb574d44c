import { asksForPerson, commonFields, type FormItemArrival } from '../../catalogue/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalBool, optionalText, optionalWord, refuse, requiredText } from './cells.js';
import { category } from './references.js';
import { dateRange, requiredDate } from './time-cells.js';

/** An item of an office's form; none may ask who somebody is or how to reach him. */
export function formRow(row: SourceRow, register: CityRegister): FormItemArrival {
  const [key, label] = [requiredText(row, 'key'), requiredText(row, 'label')];
  if (asksForPerson(key) || asksForPerson(label))
    refuse(row, asksForPerson(label) ? 'label' : 'key', {
      expected: 'an item that asks for no name, number or address of a person',
      remedy: 'People are not registered: take the item off the form.',
    });
  return {
    department: officeOf(row, register),
    category: category(row, register),
    form: requiredText(row, 'form'),
    key,
    label,
    filledFrom: optionalWord(row, 'filled_from', commonFields),
    required: optionalBool(row, 'required') ?? false,
    ...dateRange(row, requiredDate(row, 'valid_from')),
    document: optionalText(row, 'document'),
  };
}

function officeOf(row: SourceRow, { offices }: CityRegister): string {
  return (
    offices.get(requiredText(row, 'office')) ??
    refuse(row, 'office', { expected: `one of ${[...offices.keys()].join(', ')}`, remedy: 'Name an office that takes part.' })
  );
}
