import { linkBases, type LinkBasis } from '../link-basis.js';
import type { CoverageRecord, CrosswalkRows, LinkRecord } from '../ports.js';
import type { CrosswalkResult, UnitPlace } from './computed-rows.js';
import type { CrosswalkInput, CrosswalkUnit } from './crosswalk-input.js';
import { isSameRow, joinSpans } from './join-spans.js';

/** What was computed of the positions of an input, said of units by uuid: rows that go on unchanged from day to day are one. */
export function crosswalkRecords({ layers }: CrosswalkInput, { links, coverage }: CrosswalkResult): CrosswalkRows {
  const unitAt = ({ layer, unit }: UnitPlace): CrosswalkUnit => layers[layer]!.units[unit]!;
  const linkRecords = links.map(({ source, target, ...row }): LinkRecord => ({
    ...row,
    sourceUuid: unitAt(source).uuid,
    targetUuid: unitAt(target).uuid,
    // Two outlines of the same ground may differ in the last bit; a share is never more than the whole.
    weight: Math.min(row.weight, 1),
    inverseWeight: Math.min(row.inverseWeight, 1),
    declarationId: null,
  }));
  const coverageRecords = coverage.map(({ unit, targetLayer, ...row }): CoverageRecord => ({
    ...row,
    unitUuid: unitAt(unit).uuid,
    layerKey: layers[targetLayer]!.key,
    declarationId: null,
  }));
  const keyOf = numberedKeys();
  return {
    links: joinSpans(linkRecords, ({ sourceUuid, targetUuid, basis }) => keyOf(sourceUuid, targetUuid, basis), isSameRow),
    coverage: joinSpans(coverageRecords, ({ unitUuid, layerKey, basis }) => keyOf(unitUuid, layerKey, basis), isSameRow),
  };
}

/** Keys of two names and a basis as numbers: joined texts of two uuids cost more than everything else here. */
function numberedKeys(): (one: string, other: string, basis: LinkBasis) => number {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  // Up to 2²⁵ names stay whole numbers.
  return (one, other, basis) => (numberOf(one) * 2 ** 25 + numberOf(other)) * linkBases.length + linkBases.indexOf(basis);
}
