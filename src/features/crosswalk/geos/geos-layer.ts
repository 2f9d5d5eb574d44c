import Flatbush from 'flatbush';

import { planarArea } from '../../../geometry/area.js';
import { type Box, boxOf } from '../../../geometry/box.js';
import type { Rings } from '../../../geometry/rings.js';
import { toGeos } from './geos-geometry.js';
import type { GeosLibrary } from './geos-library.js';

/** One list of units inside GEOS: geometries, their prepared forms as they are wanted, and a box tree over them. */
export class GeosLayer {
  readonly #library: GeosLibrary;
  readonly #geometries: readonly number[];
  readonly #prepared: Uint32Array;
  readonly #boxes: readonly Box[];
  readonly #areasM2: readonly number[];
  readonly #tree: Flatbush | null;

  constructor(library: GeosLibrary, units: readonly Rings[]) {
    this.#library = library;
    this.#geometries = units.map((rings) => toGeos(library, rings));
    this.#prepared = new Uint32Array(units.length);
    this.#boxes = units.map(boxOf);
    this.#areasM2 = units.map(planarArea);
    this.#tree = treeOf(this.#boxes);
  }

  get size(): number {
    return this.#geometries.length;
  }

  geometry(unit: number): number {
    return this.#geometries[unit]!;
  }

  box(unit: number): Box {
    return this.#boxes[unit]!;
  }

  areaM2(unit: number): number {
    return this.#areasM2[unit]!;
  }

  /** The form that answers many questions about one unit quickly; made at the first question. */
  prepared(unit: number): number {
    this.#prepared[unit] ||= this.#library.made(this.#library.geos.GEOSPrepare(this.geometry(unit)), 'prepare a unit');
    return this.#prepared[unit];
  }

  /** Units whose boxes meet `box`, ascending. */
  near({ minX, minY, maxX, maxY }: Box): readonly number[] {
    return this.#tree?.search(minX, minY, maxX, maxY).sort((a, b) => a - b) ?? [];
  }

  /** Gives all memory back to GEOS. */
  close(): void {
    for (const prepared of this.#prepared) if (prepared !== 0) this.#library.geos.GEOSPreparedGeom_destroy(prepared);
    for (const geometry of this.#geometries) this.#library.geos.GEOSGeom_destroy(geometry);
  }
}

function treeOf(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY);
  tree.finish();
  return tree;
}
