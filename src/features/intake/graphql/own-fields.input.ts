import { Field, Float, InputType, Int } from 'type-graphql';

import type { DepartmentDefinition, OwnField, OwnTable } from '../../../departments/contract.js';
import { DateScalar, SourceIdScalar } from '../../../graphql/scalars.js';

/** A class that declares an input type. */
export type InputClass = new () => object;

/** An office as its own fields are declared by. */
export type FieldedOffice = Pick<DepartmentDefinition, 'key' | 'code' | 'nameZh' | 'nameEn' | 'unitFields' | 'matterFields'>;

/** Which of an office's two own tables is meant. */
export type OwnKind = 'unitFields' | 'matterFields';

const names = { unitFields: { type: 'Grid', zh: '网格' }, matterFields: { type: 'Matter', zh: '事项' } } as const;
const declared = new Map<string, InputClass>();

/** The input type of own fields of some offices, null where none has any; `key` is the same for the same offices. */
export interface OwnFields {
  readonly key: string;
  readonly type: InputClass | null;
}

/**
 * Declares the input type that holds each office's own fields under its name, made from the lists by which files are read. The same offices
 * have the same class, since the library keeps every class that it ever saw.
 */
export function ownFieldsInput(offices: readonly FieldedOffice[], kind: OwnKind): OwnFields {
  const fielded = offices.filter((office) => (office[kind]?.fields.length ?? 0) > 0);
  const key = `${kind} ${fielded.map((office) => office.key).join(' ')}`;
  return { key, type: fielded.length === 0 ? null : once(key, () => declareOffices(fielded, kind)) };
}

/** The key of an office as a field is called: `urbanManagement`. */
export function fieldOfOffice(key: string): string {
  return key.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function once(key: string, declare: () => InputClass): InputClass {
  const known = declared.get(key) ?? declare();
  declared.set(key, known);
  return known;
}

function declareOffices(offices: readonly FieldedOffice[], kind: OwnKind): InputClass {
  const { type, zh } = names[kind];
  const Offices = class {};
  const description = `部门自有的${zh}字段，只填本部门一项。The own fields of a ${type.toLowerCase()}: those of its office alone.`;
  InputType(`Own${type}FieldsInput`, { description })(Offices);
  for (const office of offices) {
    const fields = once(`${kind} of ${office.key}`, () => declareFields(office, office[kind]!, kind));
    Field(() => fields, { nullable: true, description: `${office.nameZh}。${sentence(office.nameEn)}` })(
      Offices.prototype,
      fieldOfOffice(office.key),
    );
  }
  return Offices;
}

function declareFields(office: FieldedOffice, { fields }: OwnTable, kind: OwnKind): InputClass {
  const { type, zh } = names[kind];
  const Fields = class {};
  const office_ = fieldOfOffice(office.key);
  const description = `${office.nameZh}自有的${zh}字段。The own fields of a ${type.toLowerCase()} of this office.`;
  InputType(`${office_[0]!.toUpperCase()}${office_.slice(1)}${type}FieldsInput`, { description })(Fields);
  for (const field of fields)
    Field(() => scalarOf(field), { nullable: true, description: descriptionOf(field) })(Fields.prototype, field.property);
  return Fields;
}

function scalarOf({ kind }: OwnField) {
  if (typeof kind === 'object') return String;
  return { text: String, int: Int, number: Float, date: DateScalar, bool: Boolean, organisation: SourceIdScalar }[kind];
}

/** Words are told and not declared, so that one bad word refuses its row and not the whole push. */
function descriptionOf({ column, kind, headerZh, required }: OwnField): string {
  const words = typeof kind === 'object' ? `: ${kind.oneOf.join(', ')}` : '';
  const must = { zh: required ? '，必填' : '', en: required ? ', which must be given' : '' };
  return `${headerZh.replaceAll('。', '')}${must.zh}。${sentence(`${column.replaceAll('_', ' ')}${must.en}${words}`)}`;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1).replaceAll('.', '')}.`;
}
