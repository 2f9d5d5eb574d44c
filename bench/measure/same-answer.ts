import { isDeepStrictEqual } from 'node:util';

import { parseGlobalId } from '../../src/kernel/ids.js';
import type { FlagshipGrid } from '../city/flagship-query.js';

/**
 * What two answers must agree on, whatever their form: grids in order; links with unit and both weights, to the last digit; counts by kind;
 * matters in order. Global ids are read as the uuids in them, and links and counts are put in one order.
 */
export function comparable(grids: readonly FlagshipGrid[]): readonly object[] {
  return grids.map((grid) => ({
    code: grid.code,
    name: grid.name,
    links: grid.departmentGrids
      .map(({ grid: unit, ...link }) => ({ ...link, unit: { ...unit, id: uuidIn(unit.id) } }))
      .sort(byText((link) => link.unit.id)),
    counts: [...grid.elementCounts].sort(byText((count) => count.kind)),
    matters: grid.matters.nodes.map((matter) => ({ ...matter, id: uuidIn(matter.id), reportedAt: new Date(matter.reportedAt).getTime() })),
  }));
}

/** Throws, naming the first grid that differs, unless both answers say the same. */
export function insistOnSame(name: string, answered: readonly FlagshipGrid[], expected: readonly FlagshipGrid[]): void {
  const [found, wanted] = [comparable(answered), comparable(expected)];
  if (isDeepStrictEqual(found, wanted)) return;
  const place = wanted.findIndex((grid, index) => !isDeepStrictEqual(found[index], grid));
  throw new Error(`${name} answers otherwise at grid ${place}: expected ${excerpt(wanted[place])}, got ${excerpt(found[place])}.`);
}

const uuidIn = (id: string): string => parseGlobalId(id)?.uuid ?? id;
const excerpt = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 600);

function byText<Value>(textOf: (value: Value) => string): (a: Value, b: Value) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : 1);
}
