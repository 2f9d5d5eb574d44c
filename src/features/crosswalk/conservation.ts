import { CityError } from '../../kernel/city-error.js';

/** How far the four shares may miss 1. */
export const conservationTolerance = 1e-9;

/** The four shares that account for the whole of a unit. */
export interface Shares {
  readonly linked: number;
  readonly omitted: number;
  readonly uncovered: number;
  readonly doubleCover: number;
}

/** By how much the shares of a unit miss 1; positive when they claim too much. NaN where a share is not a number. */
export function conservationError(shares: Shares): number {
  return shares.linked + shares.omitted + shares.uncovered - shares.doubleCover - 1;
}

/** Whether the shares account for the unit to within {@link conservationTolerance}, none of them negative. */
export function isConserved(shares: Shares): boolean {
  return (
    Math.abs(conservationError(shares)) <= conservationTolerance &&
    shares.linked >= 0 &&
    shares.omitted >= 0 &&
    shares.uncovered >= 0 &&
    shares.doubleCover >= 0
  );
}

/** Returns `shares` unchanged when they are conserved; throws `INTERNAL` naming unit and layer otherwise. */
export function conserved<Row extends Shares>(shares: Row, unit: string, layer: string): Row {
  if (isConserved(shares)) return shares;
  const { linked, omitted, uncovered, doubleCover } = shares;
  const sum = `${linked} + ${omitted} + ${uncovered} − ${doubleCover}`;
  throw new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: `The cover of unit ${unit} by layer ${layer} does not add up: expected linked + omitted + uncovered − doubleCover = 1 ± ${conservationTolerance}, got ${sum}.`,
    messageZh: `单元 ${unit} 在图层 ${layer} 的覆盖不守恒：应为 1 ± ${conservationTolerance}，实为 ${sum}。`,
    hint: 'Nothing was written. Compute the crosswalk of this layer again and compare with the units as the office sent them.',
    details: { unit, layer, linked, omitted, uncovered, doubleCover },
  });
}
