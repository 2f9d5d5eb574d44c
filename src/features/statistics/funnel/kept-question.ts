import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { DivisionTree } from '../../divisions/index.js';
import type { MatterQuery } from '../../matters/index.js';

/** A question that the kept flow can answer: whole townships and offices, whatever the period. */
export interface KeptQuestion {
  /** Null for every office. */
  readonly departments: readonly DepartmentCode[] | null;
  /** Null for the whole city. */
  readonly places: { readonly counties: readonly DivisionCode[]; readonly townships: readonly DivisionCode[] } | null;
}

/** Turns a query into what the flow is kept by; null where it asks for more than offices and whole townships, or the scope sees by more. */
export function keptQuestion(scope: Scope, query: MatterQuery, divisions: DivisionTree): KeptQuestion | null {
  const { departments, divisionCodes, ...more } = query;
  if (Object.keys(more).length > 0 || !isKeptScope(scope)) return null;
  const places = divisionCodes === undefined ? null : placesOf(divisionCodes, divisions);
  return divisionCodes !== undefined && places === null ? null : { departments: departments ?? null, places };
}

function isKeptScope({ gridUuids, organisation, sealedHidden, jurisdiction }: Scope): boolean {
  return (
    sealedHidden.length === 0 &&
    gridUuids === null &&
    organisation === null &&
    (jurisdiction === null || jurisdiction.communities.length === 0)
  );
}

/** The townships, and the counties for what lies in none, that some codes are all of; null where they are a part of one. */
function placesOf(codes: readonly DivisionCode[], divisions: DivisionTree): KeptQuestion['places'] {
  const given = new Set(codes);
  const levels = new Map(codes.map((code) => [code, divisions.find(code)]));
  const isWhole = codes.every((code) => {
    const division = levels.get(code);
    if (division == null || division.level === 'CITY') return false;
    if (division.level === 'COMMUNITY') return division.parentCode !== null && given.has(division.parentCode);
    return divisions.codesWithin(code).every((within) => given.has(within));
  });
  const at = (level: 'COUNTY' | 'TOWNSHIP'): readonly DivisionCode[] => codes.filter((code) => levels.get(code)?.level === level);
  return isWhole ? { counties: at('COUNTY'), townships: at('TOWNSHIP') } : null;
}
