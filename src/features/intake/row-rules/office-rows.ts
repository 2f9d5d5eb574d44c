import type { DepartmentDefinition } from '../../../departments/contract.js';
import { addDays } from '../../../kernel/dates.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { CityRegister } from '../city/city-register.js';
import { type CountRecord, type ElementRecord, fingerprinted, type PostRecord } from '../records.js';
import { type FactField, factFields, type FiledElementKind } from '../rows/layouts.js';
import type { SourceRow } from '../rows/source-row.js';
import {
  optionalBool,
  optionalDigits,
  optionalId,
  optionalInt,
  optionalText,
  optionalWord,
  refuse,
  refuseFault,
  requiredId,
  requiredText,
  requiredWord,
} from './cells.js';
import { pointOf } from './point.js';
import { requiredOrganisation } from './references.js';
import { instantOf, optionalInstant, requiredDate } from './time-cells.js';

/** What the rules of an office's rows need to know. */
export interface OfficeTerms {
  readonly register: CityRegister;
  readonly department: DepartmentDefinition;
  /** Whether a unit is known that the office may speak of: one of its own layers' or an all-elements grid. */
  hasUnit(layerKey: LayerKey, localId: SourceId): boolean;
}

const postKinds = ['GRID_LEADER', 'FULL_TIME', 'PART_TIME', 'INSTRUCTOR', 'MEDIATOR', 'BRANCH_SECRETARY'] as const;

/** The unit that a row names; null where it names none. */
export function unitReference(
  row: SourceRow,
  idField: 'unit' | 'local_id',
  terms: OfficeTerms,
): { readonly layerKey: LayerKey; readonly localId: SourceId } | null {
  const localId = optionalId(row, idField, { opaque: true });
  const layerKey = optionalText(row, 'layer');
  if (localId === null) return null;
  if (layerKey === null)
    return refuse(row, 'layer', { expected: 'the layer of the unit', remedy: 'A local id never identifies alone: give its layer.' });
  if (terms.hasUnit(layerKey, localId)) return { layerKey, localId };
  return refuse(row, idField, {
    expected: `the id of a known unit of ${layerKey}`,
    expectedUnseen: 'the id of a known unit of the layer',
    remedy: 'Correct layer and id; a unit that was refused itself must be corrected first.',
  });
}

function requiredUnit(row: SourceRow, terms: OfficeTerms): { readonly layerKey: LayerKey; readonly localId: SourceId } {
  return unitReference(row, 'local_id', terms) ?? refuse(row, 'local_id', { expected: 'the id of a unit', remedy: 'Fill the cell.' });
}

/** An element of one kind. */
export function elementRow(row: SourceRow, kind: FiledElementKind, terms: OfficeTerms): ElementRecord {
  const { register, department } = terms;
  const unit = unitReference(row, 'unit', terms);
  const element = {
    kind,
    sourceId: requiredId(row, 'source_id', { opaque: true }),
    name: requiredText(row, 'name'),
    keeperCode: requiredOrganisation(row, 'keeper', register),
    ...pointOf(row, register.city.bounds),
    layerKey: unit?.layerKey ?? null,
    unitLocalId: unit?.localId ?? null,
    facts: Object.fromEntries(factFields[kind].map((field) => [field.property, fact(row, field)])),
    asOf: elementAsOf(row, register),
  };
  refuseFault(row, department.rowRules?.checkElement?.(element) ?? null);
  return { ...fingerprinted(element), rowNumber: row.number, updatedAt: optionalInstant(row, 'updated_at', register.time) };
}

function elementAsOf(row: SourceRow, register: CityRegister): Date | null {
  const text = row.text('as_of').trim();
  if (text === '') return null;
  return instantOf(row, 'as_of', text.length === 10 ? `${text}T00:00:00` : text, register.time);
}

function fact(row: SourceRow, { column, kind }: FactField): string | number | boolean | null {
  if (typeof kind === 'object') return optionalWord(row, column, kind.oneOf);
  if (kind === 'int') return optionalInt(row, column, 0);
  return kind === 'bool' ? optionalBool(row, column) : optionalText(row, column);
}

/** A count of a unit. */
export function countRow(row: SourceRow, terms: OfficeTerms): CountRecord {
  const count = fingerprinted({
    ...requiredUnit(row, terms),
    measure: requiredText(row, 'measure', 100),
    value: optionalInt(row, 'value', 0),
    asOf: addDays(requiredDate(row, 'as_of'), terms.register.time.shiftDays),
  });
  return { ...count, rowNumber: row.number };
}

/** A post of a unit; its ordinal counts within the unit. */
export function postRow(row: SourceRow, terms: OfficeTerms): Omit<PostRecord, 'ordinal' | 'contentHash' | 'rowNumber'> {
  return {
    ...requiredUnit(row, terms),
    kind: requiredWord(row, 'post', postKinds),
    organisationCode: requiredOrganisation(row, 'organisation', terms.register),
    dutyLine: optionalDigits(row, 'duty_line'),
    vacant: optionalBool(row, 'vacant') ?? refuse(row, 'vacant', { expected: 'true or false', remedy: 'Fill the cell.' }),
  };
}
