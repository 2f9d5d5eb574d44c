import type { ElementRowFacts, RowDoubt, RowFault, RowRules, UnitRowFacts, WholeMatterRow } from '../contract.js';
import { formerStandard, presentCodeOf, presentStandard } from './code-generations.js';
import { componentIdFault, isComponentId } from './component-id.js';
import { unitGridFault } from './id-rules.js';

const countyDigits = 6;
const classCodeDigits: ReadonlyMap<string, number> = new Map([
  [presentStandard, 5],
  [formerStandard, 4],
]);

/** Only the county is looked up: street and community of a unit grid may follow another register. */
function checkUnit({ idScheme, localId, ended, division }: UnitRowFacts): RowFault | null {
  if (idScheme !== 'cn-unit-grid-15') return null;
  const county = division(localId.slice(0, countyDigits));
  if (county === null || county.level !== 'COUNTY') {
    return {
      field: 'local_id',
      expected: 'an id that begins with the code of a county of this city',
      remedy: 'Correct the id, or add the county to the city’s divisions file.',
    };
  }
  if (county.stands || ended) return null;
  return {
    field: 'local_id',
    expected: 'an id that begins with the code of a county that still stands',
    remedy: `${county.gone}: number the grid in the county that took its place, or end it.`,
  };
}

function doubtUnit({ own }: UnitRowFacts): RowDoubt | null {
  const grade = own['managementGrade'];
  if (typeof grade !== 'number' || (grade >= 1 && grade <= 4)) return null;
  return { message: 'Grades of management usually run from 1 to 4; these do not', messageZh: '管理等级通常为 1 至 4，以下不是' };
}

function checkElement({ kind, sourceId, facts }: ElementRowFacts): RowFault | null {
  if (kind !== 'COMPONENT') return null;
  const { standard, category } = facts;
  const expected = componentIdFault(sourceId, standard, category);
  if (expected !== null) return { field: 'source_id', expected, remedy: 'Write the id that the component’s own standard gives it.' };
  return classCodeFault(standard, category);
}

/** A class of the standard (06) is no kind (06010): a component or a matter is of a kind. */
function classCodeFault(standard: unknown, category: unknown): RowFault | null {
  const digits = classCodeDigits.get(String(standard));
  if (digits === undefined || (typeof category === 'string' && category.length === digits && /^[0-9]+$/.test(category))) return null;
  return { field: 'category', expected: `a code of ${digits} digits under this standard`, remedy: 'Give the kind, not its class.' };
}

function checkMatter(row: WholeMatterRow): RowFault | null {
  const { standard, categoryCode, own } = row;
  return classCodeFault(standard, categoryCode) ?? requiredFault(row) ?? formerCodeFault(row) ?? componentFault(own);
}

/** What GB/T 47678.5-2026 demands of every matter: the department in charge, and the unit grid that it lies in. */
function requiredFault({ standard, own, unit }: WholeMatterRow): RowFault | null {
  if (standard !== presentStandard) return null;
  if ((own['departmentCode'] ?? null) === null) {
    return { field: 'department_code', expected: 'the credit code of the department in charge', remedy: 'Fill the cell.' };
  }
  if (unit !== null && unitGridFault(unit.localId) === null) return null;
  return { field: 'unit', expected: 'the unit grid that the matter lies in', remedy: 'Give layer and id of the unit grid.' };
}

/** A former code is kept beside the present one only where the one follows from the other. */
function formerCodeFault({ standard, categoryCode, own }: WholeMatterRow): RowFault | null {
  const former = own['formerCode'] ?? null;
  if (standard !== presentStandard || typeof former !== 'string') return null;
  const present = presentCodeOf(former);
  if (present === categoryCode) return null;
  if (present !== null) {
    return {
      field: 'former_code',
      expected: 'the former code of the same kind: class 01, 02, 03 or 04 became 06, 07, 08 or 09, and its number NN became 0NN',
      remedy: 'Correct one of the two codes; a code of the city’s own (counted down from 99) stays under the city’s own standard.',
    };
  }
  return {
    field: 'former_code',
    expected: 'a former code of class 01, 02, 03 or 04, from which the present one follows',
    remedy: `No rule leads from other classes to ${presentStandard}: leave the cell empty, or keep the matter under its old standard.`,
  };
}

function componentFault(own: WholeMatterRow['own']): RowFault | null {
  const id = own['componentId'] ?? null;
  if (typeof id !== 'string' || isComponentId(id)) return null;
  return { field: 'component_id', expected: 'a component id of 17 or, of the former standard, 16 digits', remedy: 'Correct the id.' };
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkUnit, doubtUnit, checkElement, checkMatter };
