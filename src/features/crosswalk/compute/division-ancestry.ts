import type { DivisionCode } from '../../../kernel/ids.js';
import type { CrosswalkInput } from './crosswalk-input.js';

/** Answers a division's own code and those of all that contain it, the smallest first. */
export type DivisionAncestry = (code: DivisionCode) => readonly DivisionCode[];

/** Lengths of Chinese division codes below the country: province, city, county, township, community. */
const codeLengths = [12, 9, 6, 4, 2];

/** Follows the city's own table of divisions up to the city, and reads the digits of a Chinese code where the table is silent. */
export function divisionAncestry(input: Pick<CrosswalkInput, 'divisionParents' | 'divisionScheme'>): DivisionAncestry {
  const tops = new Set([...input.divisionParents.values()].filter((parent) => !input.divisionParents.has(parent)));
  const hasDigits = input.divisionScheme === 'cn-2-2-2-3-3';
  const parentOf = (code: DivisionCode): DivisionCode | null =>
    input.divisionParents.get(code) ?? (hasDigits && !tops.has(code) ? parentByDigits(code) : null);
  return (code) => {
    const lineage: DivisionCode[] = [];
    for (let at: DivisionCode | null = code; at !== null && !lineage.includes(at); at = parentOf(at)) lineage.push(at);
    return lineage;
  };
}

function parentByDigits(code: DivisionCode): DivisionCode | null {
  const length = codeLengths.find((shorter) => shorter < code.length);
  return length === undefined ? null : code.slice(0, length);
}
