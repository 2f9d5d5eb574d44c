import type { OwnField, OwnTable } from '../../../src/departments/contract.js';
import { sixOffices } from '../../support/departments/six-offices.js';

const tables = sixOffices.flatMap((office): readonly OwnTable[] => [
  office.unitFields,
  ...(office.matterFields ? [office.matterFields] : []),
]);
const camelCase = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const columnsOf = (table: string): readonly string[] => tables.find((own) => own.table === table)!.fields.map(({ column }) => column);

/** The columns of the files, fixed for all who write or read a city pack. */
const agreed = {
  party_branch: [
    'branch_form',
    'host',
    'established_on',
    'alliance',
    'activity_site',
    'last_renewed_on',
    'level_path',
    'host_unit',
    'alliance_lead',
    'alliance_members',
    'activity_site_id',
  ],
  party_matter: ['service_list', 'reporting_unit', 'reporting_code', 'claimed_on'],
  political_legal_grid: [
    'grid_kind',
    'centre',
    'mediation_room',
    'patrol_interval_days',
    'building_count',
    'special_kind',
    'centre_code',
    'centre_level',
  ],
  political_legal_matter: [
    'dispute_kind',
    'mediation_stage',
    'urgency',
    'affair_class',
    'outcome',
    'agreement_signed',
    'judicial_confirmation',
  ],
  civil_community: [
    'community_code',
    'community_type',
    'term_ends_on',
    'service_station',
    'committee_seats',
    'committee_kind',
    'term_number',
    'term_started_on',
    'service_items',
  ],
  civil_matter: ['assistance_kind', 'service_item', 'application', 'delegated'],
  urban_grid: ['land_use', 'management_grade', 'surveyed_on', 'collector_shift', 'code_generation', 'stated_area_m2'],
  urban_matter: ['filing_condition', 'time_limit', 'former_code', 'department_code', 'component_id'],
  petition_unit: ['responsible_unit', 'reception_site', 'reception_day', 'joint_meeting', 'duty_phone_posted', 'responsible_code'],
  petition_matter: [
    'petition_form',
    'purpose_code',
    'route',
    'content_code',
    'registered_on',
    'referred_on',
    'accept_by',
    'handle_by',
    'joint',
    'joint_band',
    'public_mark',
    'confidential',
  ],
  housing_estate: [
    'form',
    'owners_committee',
    'management_committee',
    'property_firm',
    'built_year',
    'dwellings',
    'property_firm_code',
    'committee_term_ends_on',
    'maintenance_fund',
    'building_count',
    'renovation_stage',
  ],
  housing_matter: ['estate_local_id', 'repair_fund', 'building_code', 'firm_code'],
};

describe('the fields that only one office keeps', () => {
  test('are those agreed, table by table', () => {
    expect(Object.fromEntries(tables.map(({ table }) => [table, columnsOf(table)]))).toEqual(agreed);
  });

  test('are called in the schema as in the files, but in camel case', () => {
    const fields: readonly OwnField[] = tables.flatMap((table) => table.fields);
    expect(fields.map(({ property }) => property)).toEqual(fields.map(({ column }) => camelCase(column)));
  });

  test('carry a Chinese header that no other field of the table has', () => {
    for (const { fields } of tables) {
      const headers = fields.map(({ headerZh }) => headerZh);
      expect(headers.filter((header) => !/^\p{Script=Han}+$/u.test(header))).toEqual([]);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  test('have a Chinese label for each word of a closed list, no two alike', () => {
    for (const { fields } of tables) {
      for (const { kind, labelsZh } of fields) {
        if (typeof kind !== 'object') continue;
        expect(Object.keys(labelsZh ?? {})).toEqual(kind.oneOf);
        expect(new Set(Object.values(labelsZh!)).size).toBe(kind.oneOf.length);
        expect(Object.values(labelsZh!).filter((label) => !/^\p{Script=Han}+$/u.test(label))).toEqual([]);
      }
    }
  });

  test('stand in the columns of the office’s own tables, after the key', () => {
    for (const office of sixOffices) {
      const [units, matters] = office.tables.map((table) => Object.keys(table.options.columns));
      expect(units).toEqual(['layerKey', 'localId', 'generation', ...office.unitFields.fields.map(({ property }) => property)]);
      expect(matters).toEqual(['localId', ...office.matterFields!.fields.map(({ property }) => property)]);
      expect(office.tables.map((table) => table.options.tableName)).toEqual([office.unitFields.table, office.matterFields!.table]);
    }
  });

  test('belong to offices that share no key, no code, no table and no type', () => {
    for (const mark of ['key', 'code', 'gridType', 'matterType'] as const) {
      expect(new Set(sixOffices.map((office) => office[mark])).size).toBe(sixOffices.length);
    }
    expect(new Set(tables.map(({ table }) => table)).size).toBe(tables.length);
  });
});
