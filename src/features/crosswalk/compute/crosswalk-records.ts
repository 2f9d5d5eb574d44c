import type { CoverageRecord, CrosswalkRows, LinkRecord } from '../ports.js';
import type { CrosswalkResult, UnitPlace } from './computed-rows.js';
import type { CrosswalkInput, CrosswalkUnit } from './crosswalk-input.js';
import { isSameRow, joinSpans, rowKey } from './join-spans.js';

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
  return {
    links: joinSpans(linkRecords, rowKey, isSameRow),
    coverage: joinSpans(coverageRecords, rowKey, isSameRow),
  };
}
