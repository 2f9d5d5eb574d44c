import type { DepartmentDefinition, WholeMatterRow } from '../../../departments/contract.js';
import { normalIdCard } from '../../../kernel/id-card.js';
import type { SealedPart, Sealer } from '../../access/index.js';
import { matterSources, type MatterState, matterStates } from '../../matters/index.js';
import type { CityRegister } from '../city/city-register.js';
import { fingerprinted, type MatterRecord, type OwnCells, type StampedProvenance, type StepRecord } from '../records.js';
import { petitionerColumns } from '../rows/layouts.js';
import type { Refusal } from '../rows/refusal.js';
import type { SourceRow } from '../rows/source-row.js';
import {
  list,
  longestBody,
  optionalBool,
  optionalDigits,
  optionalText,
  refuse,
  refuseFault,
  requiredId,
  requiredText,
  requiredWord,
} from './cells.js';
import { type OfficeTerms, unitReference } from './office-rows.js';
import { ownCells, ownValues, writtenValues } from './own-fields.js';
import { pointOf } from './point.js';
import { category, knownOrganisation, optionalDivision, organisations, requiredOrganisation } from './references.js';
import { instantOf, optionalInstant, requiredInstant } from './time-cells.js';

/** What the rule of an office's matters needs to know. */
export interface MatterTerms extends OfficeTerms {
  readonly sealer: Pick<Sealer, 'fingerprint'>;
}

/** A matter with its steps in order; whether it stays home is the office's own rule. */
export function matterRow(row: SourceRow, terms: MatterTerms): MatterRecord {
  const { register } = terms;
  const { standard, kind, code } = category(row, register);
  const unit = unitReference(row, 'unit', terms);
  const state = requiredWord(row, 'state', matterStates);
  const reportedAt = requiredInstant(row, 'reported_at', register.time);
  const marked = optionalBool(row, 'sealed') ?? false;
  const text = optionalText(row, 'text', longestBody);
  const who = petitionerOf(row);
  const sealed = marked || who !== null;
  const part = partOf(who, sealed || terms.department.sealsMatters ? text : null);
  const own = ownOf(row, terms);
  const content = {
    localId: requiredId(row, 'local_id', { opaque: true }),
    source: requiredWord(row, 'source', matterSources),
    title: requiredText(row, 'title'),
    text: sealed || terms.department.sealsMatters ? null : text,
    standard,
    categoryKind: kind,
    categoryCode: code,
    state,
    officeState: optionalText(row, 'office_state'),
    keeperCode: requiredOrganisation(row, 'keeper', register),
    leadCodes: organisations(row, 'lead', register),
    supportCodes: organisations(row, 'support', register),
    ...pointOf(row, register.city.bounds),
    layerKey: unit?.layerKey ?? null,
    unitLocalId: unit?.localId ?? null,
    divisionCode: optionalDivision(row, 'division', register, true),
    reportedAt,
    dueAt: optionalInstant(row, 'due_at', register.time),
    steps: stepsOf(row, { state, reportedAt }, register),
    sealed,
    staysHome: terms.department.staysHome({ sealed, own: ownWords(own, terms) }),
    own,
  };
  checkMatter(row, content, terms);
  const provenance = { rowNumber: row.number, updatedAt: optionalInstant(row, 'updated_at', register.time) };
  if (part === null && !sealed && !terms.department.sealsMatters) return { ...fingerprinted(content), ...provenance, sealedPart: null };
  // The fingerprint goes to the index: of what is sealed it must be good for no guess.
  return { ...content, ...provenance, contentHash: terms.sealer.fingerprint([content, part]), sealedPart: part };
}

/** Refuses a matter that its office's own rule finds fault with. */
function checkMatter(
  row: SourceRow,
  content: Omit<MatterRecord, 'contentHash' | 'sealedPart' | keyof StampedProvenance>,
  terms: MatterTerms,
): void {
  const { department, register } = terms;
  const check = department.rowRules?.checkMatter;
  if (check === undefined) return;
  const { standard, categoryCode, layerKey, unitLocalId, divisionCode, sealed, reportedAt } = content;
  const facts: WholeMatterRow = {
    standard,
    categoryCode,
    unit: layerKey === null || unitLocalId === null ? null : { layerKey, localId: unitLocalId },
    hasPoint: content.longitude !== null,
    divisionLevel: divisionCode === null ? null : (register.divisionsOf(divisionCode).at(-1)?.level ?? null),
    reportedOn: register.time.day(reportedAt),
    sealed,
    own: ownWords(content.own, terms),
  };
  refuseFault(row, check(facts));
}

/**
 * Whether the value that a row was refused for must not be shown: it is the text itself, or the row is sealed, its seal
 * cannot be read, or it might stay home if it were sealed. Judged on the cells as written.
 */
export function mustStayUnseen(row: SourceRow, refusal: Refusal, { department }: MatterTerms): boolean {
  if (department.sealsMatters || hiddenColumns.some((column) => refusal.field === row.nameOf(column))) return true;
  return mayBeSealed(row) || department.staysHome({ sealed: true, own: ownAsWritten(row, department) });
}

const hiddenColumns = ['text', 'title', ...petitionerColumns];

type Petitioner = Omit<SealedPart, 'title' | 'text'>;

/** Who petitioned or reported, as a row tells; null where it does not. */
function petitionerOf(row: SourceRow): Petitioner | null {
  const [name, contact, idNumber, address] = petitionerColumns.map((column) => optionalDigits(row, column));
  const card = idNumber ? normalIdCard(idNumber) : null;
  const petitioner = { name: name ?? null, contact: contact ?? null, idNumber: card, address: address ?? null };
  return Object.values(petitioner).some((value) => value !== null) ? petitioner : null;
}

function partOf(who: Petitioner | null, text: string | null): SealedPart | null {
  return who === null && text === null ? null : { name: null, contact: null, idNumber: null, address: null, ...who, title: null, text };
}

/** Whether a row that cannot be taken speaks of a matter that stays home, or may. Judged on the cells as written. */
export function mayStayHome(row: SourceRow, { department }: MatterTerms): boolean {
  return department.staysHome({ sealed: mayBeSealed(row), own: ownAsWritten(row, department) });
}

function mayBeSealed(row: SourceRow): boolean {
  const seal = row.text('sealed').trim().toLowerCase();
  return (seal !== '' && seal !== 'false') || petitionerColumns.some((column) => row.text(column).trim() !== '');
}

function ownAsWritten(row: SourceRow, { matterFields }: DepartmentDefinition): Readonly<Record<string, string>> {
  return matterFields === null ? {} : writtenValues(row, matterFields);
}

function ownOf(row: SourceRow, { department, register }: MatterTerms): OwnCells {
  const { shiftDays } = register.time;
  return department.matterFields === null ? {} : ownCells(row, department.matterFields, { register, shiftDays });
}

function ownWords(own: OwnCells, { department }: MatterTerms): Readonly<Record<string, unknown>> {
  return department.matterFields === null ? {} : ownValues(own, department.matterFields);
}

function stepsOf(
  row: SourceRow,
  told: { readonly state: MatterState; readonly reportedAt: Date },
  register: CityRegister,
): readonly StepRecord[] {
  const steps = list(row, 'steps').map((step) => stepOf(row, step, register));
  if (steps.length === 0) return stepsWithoutHistory(row, told, register);
  if (steps.at(-1)!.state !== told.state) {
    refuse(row, 'steps', {
      value: steps.at(-1)!.state,
      expected: `a last step that agrees with the state ${told.state}`,
      expectedUnseen: 'a last step that agrees with the state',
      remedy: 'Correct the state or the steps.',
    });
  }
  const late = steps.findIndex((step, index) => index > 0 && step.at < steps[index - 1]!.at);
  if (late > 0)
    refuse(row, 'steps', {
      value: steps[late]!.at,
      code: 'DATE_INVALID',
      expected: 'steps in the order of time',
      remedy: 'Sort the steps.',
    });
  return steps;
}

function stepsWithoutHistory(
  row: SourceRow,
  { state, reportedAt }: { readonly state: MatterState; readonly reportedAt: Date },
  register: CityRegister,
): readonly StepRecord[] {
  const reported: StepRecord = { state: 'REPORTED', at: reportedAt.toISOString(), organisationCode: null };
  if (state === 'REPORTED') return [reported];
  const at = optionalInstant(row, 'closed_at', register.time) ?? reportedAt;
  if (at < reportedAt)
    refuse(row, 'closed_at', { code: 'DATE_INVALID', expected: 'an instant not before reported_at', remedy: 'Correct the times.' });
  return [reported, { state, at: at.toISOString(), organisationCode: null }];
}

function stepOf(row: SourceRow, text: string, register: CityRegister): StepRecord {
  const [word = '', at = '', organisation = ''] = text.split('@');
  const state = matterStates.find((known) => known === word);
  if (state === undefined) {
    return refuse(row, 'steps', {
      value: text,
      expected: `STATE@instant@organisation with a state of ${matterStates.join(', ')}`,
      remedy: 'Correct the step.',
    });
  }
  return {
    state,
    at: instantOf(row, 'steps', at, register.time).toISOString(),
    organisationCode: organisation === '' ? null : knownOrganisation(row, 'steps', organisation, register),
  };
}
