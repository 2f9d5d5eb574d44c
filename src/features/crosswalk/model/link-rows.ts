import { linkBases } from '../link-basis.js';
import type { LinkRecords, LinkRows } from './link-columns.js';

const declared = linkBases.indexOf('DECLARED');

/**
 * Enters every link under both its ends, a declared one under its source only: it speaks for the source's row, and the target's row
 * has its own word. Rows are sorted by the other unit's layer, then heaviest first, then by the other unit's place.
 */
export function linkRowsOf(links: LinkRecords, unitLayers: Uint16Array): LinkRows {
  const starts = rowStarts(links, unitLayers.length);
  const entries = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  for (let link = 0; link < links.size; link++) {
    entries[next[links.source(link)]!++] = link * 2;
    if (links.basis(link) !== declared) entries[next[links.target(link)]!++] = link * 2 + 1;
  }
  const compare = (a: number, b: number): number =>
    unitLayers[links.otherEnd(a)]! - unitLayers[links.otherEnd(b)]! ||
    links.weight(b) - links.weight(a) ||
    links.otherEnd(a) - links.otherEnd(b);
  for (let unit = 0; unit < unitLayers.length; unit++) sortRow(entries, starts[unit]!, starts[unit + 1]!, compare);
  return { starts, entries };
}

function rowStarts(links: LinkRecords, units: number): Uint32Array {
  const starts = new Uint32Array(units + 1);
  for (let link = 0; link < links.size; link++) {
    starts[links.source(link) + 1]!++;
    if (links.basis(link) !== declared) starts[links.target(link) + 1]!++;
  }
  for (let unit = 0; unit < units; unit++) starts[unit + 1]! += starts[unit]!;
  return starts;
}

const shortRow = 24;

/** Most rows are short: a million calls of the general sort would take longer than the sorting. */
function sortRow(entries: Uint32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  if (to - from > shortRow) {
    entries.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const entry = entries[at]!;
    let place = at;
    for (; place > from && compare(entries[place - 1]!, entry) > 0; place--) entries[place] = entries[place - 1]!;
    entries[place] = entry;
  }
}
