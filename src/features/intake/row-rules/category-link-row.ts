import { type CategoryKey, type CategoryLinkArrival, categoryRelations } from '../../categories/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SourceRow } from '../rows/source-row.js';
import { refuse, requiredBool, requiredId, requiredText, requiredWord } from './cells.js';
import { dateRange, requiredDate } from './time-cells.js';

/** A link between two categories, each of which a standard must know. */
export function categoryLinkRow(row: SourceRow, register: CityRegister): CategoryLinkArrival {
  const from = endOf(row, 'from', register);
  const to = endOf(row, 'to', register);
  if (from.standard === to.standard && from.kind === to.kind && from.code === to.code)
    refuse(row, 'to_code', { expected: 'another category than from_code', remedy: 'Name the other category, or remove the row.' });
  return {
    from,
    to,
    relation: requiredWord(row, 'relation', categoryRelations),
    evidence: requiredText(row, 'evidence'),
    verified: requiredBool(row, 'verified'),
    ...dateRange(row, requiredDate(row, 'valid_from')),
  };
}

function endOf(row: SourceRow, end: 'from' | 'to', register: CityRegister): CategoryKey {
  const key = {
    standard: requiredText(row, `${end}_standard`),
    kind: requiredText(row, `${end}_kind`),
    code: requiredId(row, `${end}_code`, { opaque: true }),
  };
  if (register.category(key)) return key;
  return refuse(row, `${end}_code`, {
    expected: `a category of ${key.standard}, ${key.kind}`,
    remedy: 'Correct standard, kind and code, or add the category to the city’s categories file.',
  });
}
