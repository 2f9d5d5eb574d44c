import type { DepartmentDefinition, OwnTable } from '../../../departments/contract.js';
import { CityError } from '../../../kernel/city-error.js';
import type { ObjectRow } from '../push/object-rows.js';
import { fieldOfOffice } from './own-fields.input.js';
import type { GridRow, MatterRow, MatterStepInput, OwnFieldValues } from './upsert.input.js';

/** The units of a push by canonical field, as rows of files have them. */
export function gridObjects(rows: readonly GridRow[], office: DepartmentDefinition): readonly ObjectRow[] {
  return rows.map((row) => ({
    ...given({
      local_id: row.localId,
      name: row.name,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      division: row.division,
      households: row.households,
      members: row.members,
      buildings: row.buildings,
      as_of: row.asOf,
      updated_at: row.updatedAt?.toISOString(),
      ...ownCells(row.own, office, office.unitFields),
    }),
    ...(row.boundary === undefined ? {} : { boundary: row.boundary }),
  }));
}

/** The matters of a push by canonical field, as rows of files have them. */
export function matterObjects(rows: readonly MatterRow[], office: DepartmentDefinition): readonly ObjectRow[] {
  return rows.map((row) =>
    given({
      local_id: row.localId,
      standard: row.category.standard,
      kind: row.category.kind,
      category: row.category.code,
      title: row.title,
      text: row.text,
      source: row.source,
      state: row.state,
      office_state: row.officeState,
      keeper: row.keeper,
      lead: row.lead,
      support: row.support,
      longitude: row.point?.longitude,
      latitude: row.point?.latitude,
      layer: row.layer,
      unit: row.unit,
      division: row.division,
      reported_at: row.reportedAt.toISOString(),
      due_at: row.dueAt?.toISOString(),
      closed_at: row.closedAt?.toISOString(),
      steps: row.steps?.map(stepText),
      sealed: row.sealed,
      updated_at: row.updatedAt?.toISOString(),
      petitioner_name: row.petitioner?.name,
      petitioner_contact: row.petitioner?.contact,
      petitioner_id_number: row.petitioner?.idNumber,
      petitioner_address: row.petitioner?.address,
      ...ownCells(row.own, office, office.matterFields),
    }),
  );
}

const places: Readonly<Record<string, string>> = {
  standard: 'category.standard',
  kind: 'category.kind',
  category: 'category.code',
  longitude: 'point.longitude',
  latitude: 'point.latitude',
  geometry: 'boundary',
};

/** A canonical field as the schema calls it: `validFrom`, `petitioner.idNumber`, `own.civilAffairs.creditCode`. */
export function schemaField(field: string, office: DepartmentDefinition, own: OwnTable | null): string {
  const ownField = own?.fields.find(({ column }) => column === field);
  if (ownField) return `own.${fieldOfOffice(office.key)}.${ownField.property}`;
  return places[field] ?? field.replace(/^petitioner_/, 'petitioner.').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function given(cells: ObjectRow): ObjectRow {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined && value !== null));
}

function stepText({ state, at, organisation }: MatterStepInput): string {
  if (organisation?.includes('@')) throw oddOrganisation(organisation);
  return `${state}@${at.toISOString()}@${organisation ?? ''}`;
}

function ownCells(own: OwnFieldValues | null | undefined, { key }: DepartmentDefinition, table: OwnTable | null): ObjectRow {
  const office = fieldOfOffice(key);
  const foreign = Object.entries(own ?? {}).find(([name, values]) => name !== office && values !== null && values !== undefined);
  if (foreign) throw foreignFields(office, foreign[0]);
  const values = own?.[office];
  if (!values || !table) return {};
  return Object.fromEntries(table.fields.map(({ column, property }) => [column, values[property]]));
}

function foreignFields(office: string, given_: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `own: expected fields of ${office} alone, got ${given_}.`,
    messageZh: `own：只能填写 ${office} 的字段，收到 ${given_}。`,
  });
}

function oddOrganisation(code: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `steps.organisation: expected the code of an organisation, got ${JSON.stringify(code)}.`,
    messageZh: `steps.organisation：应为组织代码，收到 ${JSON.stringify(code)}。`,
  });
}
