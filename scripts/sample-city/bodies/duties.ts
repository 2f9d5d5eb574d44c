import { allCategories } from '../categories/all-categories.js';
import type { Category } from '../categories/category.js';
import { urbanStandard } from '../categories/components.js';
import { safetyStandard } from '../categories/people-matters.js';
import type { Division } from '../ground/division.js';
import type { OrganisationBook } from './organisation-book.js';

/** Who is responsible for a category in a division, and from when to when (half-open; empty `validTo` = still). */
export interface Duty {
  readonly standard: string;
  readonly kind: 'COMPONENT' | 'MATTER';
  readonly category: string;
  readonly division: string;
  readonly organisation: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly document: string;
}

const since = '2023-01-01';
const moved = '2025-04-01';
// Cooking fumes and burning moved from urban management to ecology, as duties do between bodies.
const movedCodes = new Set(['06020', '06027']);

/** Role that answers for a category on a day. */
export function responsibleRole({ standard, code, role }: Category, day: string): string {
  return standard === urbanStandard && movedCodes.has(code) && day < moved ? 'urban-management' : role;
}

/** Duties of the counties' departments for every category, and of the townships' centres for all of public safety. */
export function drawDuties(divisions: readonly Division[], book: OrganisationBook): readonly Duty[] {
  const counties = divisions.filter(({ level }) => level === 'COUNTY');
  const townships = divisions.filter(({ level }) => level === 'TOWNSHIP');
  return [
    ...counties.flatMap(({ code }) =>
      allCategories.filter(({ role }) => role !== '').flatMap((category) => countyDuties(category, code, book)),
    ),
    ...townships.map(({ code }): Duty => ({
      standard: safetyStandard,
      kind: 'MATTER',
      category: '*',
      division: code,
      organisation: book.at('centre', code).code,
      validFrom: since,
      validTo: '',
      document: '示例：乡镇（街道）综治中心职责清单',
    })),
  ];
}

function countyDuties(category: Category, county: string, book: OrganisationBook): readonly Duty[] {
  const duty = (role: string, validFrom: string, validTo: string): Duty => ({
    standard: category.standard,
    kind: category.kind,
    category: category.code,
    division: county,
    organisation: book.at(role, county).code,
    validFrom,
    validTo,
    document: '示例：网格事项职责清单（2025年版）',
  });
  const before = category.kind === 'MATTER' ? responsibleRole(category, since) : category.role;
  if (before === category.role) return [duty(category.role, since, '')];
  return [duty(before, since, moved), duty(category.role, moved, '')];
}
