import type { Duty } from '../bodies/duties.js';
import type { Organisation } from '../bodies/organisation.js';
import { allCategories } from '../categories/all-categories.js';
import { categoryLinks, linksSince } from '../categories/category-links.js';
import type { Division } from '../ground/division.js';
import { toMicroDegrees } from '../plane/plane.js';
import { csvText } from './csv.js';
import { degreesText } from './geojson.js';
import type { PackFile } from './pack-file.js';

/** Divisions, categories and their links, organisations and duties: the files that belong to no office. */
export function cityFiles(
  divisions: readonly Division[],
  organisations: readonly Organisation[],
  duties: readonly Duty[],
): readonly PackFile[] {
  return [
    {
      path: 'divisions.csv',
      text: csvText(
        ['code', 'name', 'level', 'parent', 'kind', 'valid_from', 'valid_to'],
        divisions.map((one) => ({ ...one })),
      ),
    },
    { path: 'categories.csv', text: categoriesText() },
    { path: 'category-links.csv', text: categoryLinksText() },
    { path: 'organisations.csv', text: csvText(organisationColumns, organisations.map(organisationRow)) },
    { path: 'duties.csv', text: csvText(dutyColumns, duties.map(dutyRow)) },
  ];
}

function categoriesText(): string {
  const rows = allCategories.map(({ standard, kind, code, nameZh, nameEn, parent }) => ({
    standard,
    kind,
    code,
    name_zh: nameZh,
    name_en: nameEn,
    parent,
  }));
  return csvText(['standard', 'kind', 'code', 'name_zh', 'name_en', 'parent'], rows);
}

const linkColumns = [
  'from_standard',
  'from_kind',
  'from_code',
  'to_standard',
  'to_kind',
  'to_code',
  'relation',
  'evidence',
  'verified',
  'valid_from',
  'valid_to',
];

function categoryLinksText(): string {
  const rows = categoryLinks.map(({ from, to, evidence }) => ({
    ...{ from_standard: from.standard, from_kind: 'MATTER', from_code: from.code },
    ...{ to_standard: to.standard, to_kind: 'MATTER', to_code: to.code },
    ...{ relation: 'EQUIVALENT', evidence, verified: 'false', valid_from: linksSince, valid_to: '' },
  }));
  return csvText(linkColumns, rows);
}

const organisationColumns = ['issuer', 'scheme', 'code', 'name', 'kind', 'level', 'division', 'parent', 'office', 'longitude', 'latitude'];

function organisationRow({ code, name, kind, level, division, parent, office, place }: Organisation): Readonly<Record<string, string>> {
  const [longitude, latitude] = degreesText(toMicroDegrees(place));
  return { issuer: 'GB32100', scheme: 'credit-code', code, name, kind, level, division, parent, office, longitude, latitude };
}

const dutyColumns = ['standard', 'kind', 'category', 'division', 'organisation', 'valid_from', 'valid_to', 'document'];

const dutyRow = ({ validFrom, validTo, ...duty }: Duty): Readonly<Record<string, string>> => ({
  ...duty,
  valid_from: validFrom,
  valid_to: validTo,
});
