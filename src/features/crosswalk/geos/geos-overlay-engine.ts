import type { Rings } from '../../../geometry/rings.js';
import type { OverlapArea, OverlayEngine } from '../compute/overlay-engine.js';
import { areaOf, collect, fromGeos, toGeos } from './geos-geometry.js';
import { GeosLayer } from './geos-layer.js';
import { type GeosLibrary, loadGeos } from './geos-library.js';

const yes = 1;

/** Loads GEOS and opens an overlay engine upon it; dispose of it, or its memory stays taken until the thread ends. */
export async function openGeosOverlayEngine(): Promise<OverlayEngine> {
  return new GeosOverlayEngine(await loadGeos());
}

class GeosOverlayEngine implements OverlayEngine {
  readonly #library: GeosLibrary;
  readonly #layers = new Map<readonly Rings[], GeosLayer>();
  /** Eight bytes for one number from GEOS. */
  readonly #scratch: number;

  constructor(library: GeosLibrary) {
    this.#library = library;
    this.#scratch = library.geos.Module._malloc(8);
  }

  intersections(a: readonly Rings[], b: readonly Rings[]): readonly OverlapArea[] {
    const [layerA, layerB] = [this.#layer(a), this.#layer(b)];
    return this.#pairs(layerA, layerB, () => true);
  }

  selfOverlaps(units: readonly Rings[]): readonly OverlapArea[] {
    const layer = this.#layer(units);
    return this.#pairs(layer, layer, (a, b) => a < b);
  }

  commonGround(units: readonly Rings[], a: number, b: number): Rings {
    return this.#using(toGeos(this.#library, units[a]!), (one) =>
      this.#using(toGeos(this.#library, units[b]!), (other) =>
        this.#using(this.#intersect(one, other), (common) => fromGeos(this.#library, common)),
      ),
    );
  }

  coveredAreaM2(unit: Rings, by: readonly Rings[]): number {
    return this.#using(this.#dissolve(by), (cover) =>
      this.#using(toGeos(this.#library, unit), (geometry) => this.#using(this.#intersect(geometry, cover), (common) => this.#area(common))),
    );
  }

  union(list: readonly Rings[]): Rings {
    return this.#using(this.#dissolve(list), (union) => fromGeos(this.#library, union));
  }

  repair(rings: Rings): Rings {
    const { geos } = this.#library;
    return this.#using(toGeos(this.#library, rings), (geometry) => {
      if (geos.GEOSisValid(geometry) === yes) return rings;
      return this.#using(this.#library.made(geos.GEOSMakeValid(geometry), 'repair'), (valid) => fromGeos(this.#library, valid));
    });
  }

  dispose(): void {
    for (const layer of this.#layers.values()) layer.close();
    this.#layers.clear();
    this.#library.geos.Module._free(this.#scratch);
  }

  #layer(units: readonly Rings[]): GeosLayer {
    const known = this.#layers.get(units);
    if (known) return known;
    const layer = new GeosLayer(this.#library, units);
    this.#layers.set(units, layer);
    return layer;
  }

  #pairs(layerA: GeosLayer, layerB: GeosLayer, wanted: (a: number, b: number) => boolean): OverlapArea[] {
    const found: OverlapArea[] = [];
    for (let a = 0; a < layerA.size; a++) {
      for (const b of layerB.near(layerA.box(a))) {
        if (!wanted(a, b)) continue;
        const areaM2 = this.#commonArea(layerA, a, layerB, b);
        if (areaM2 > 0) found.push({ a, b, areaM2 });
      }
    }
    return found;
  }

  #commonArea(layerA: GeosLayer, a: number, layerB: GeosLayer, b: number): number {
    const { geos } = this.#library;
    if (geos.GEOSPreparedIntersects(layerA.prepared(a), layerB.geometry(b)) !== yes) return 0;
    if (geos.GEOSPreparedCovers(layerA.prepared(a), layerB.geometry(b)) === yes) return layerB.areaM2(b);
    if (geos.GEOSPreparedCovers(layerB.prepared(b), layerA.geometry(a)) === yes) return layerA.areaM2(a);
    return this.#using(this.#intersect(layerA.geometry(a), layerB.geometry(b)), (common) => this.#area(common));
  }

  #intersect(one: number, other: number): number {
    return this.#library.made(this.#library.geos.GEOSIntersection(one, other), 'intersect two units');
  }

  #dissolve(list: readonly Rings[]): number {
    const all = collect(
      this.#library,
      list.flatMap((rings) => this.#parts(rings)),
    );
    return this.#using(all, (collection) => this.#library.made(this.#library.geos.GEOSUnaryUnion(collection), 'unite units'));
  }

  /** Each part as a polygon of its own: a collection of multipolygons would not be a multipolygon. */
  #parts(rings: Rings): number[] {
    const { partStarts } = rings;
    return Array.from({ length: partStarts.length - 1 }, (_, part) =>
      toGeos(this.#library, { ...rings, partStarts: partStarts.slice(part, part + 2) }),
    );
  }

  #area(geometry: number): number {
    return areaOf(this.#library, geometry, this.#scratch);
  }

  #using<Result>(geometry: number, use: (geometry: number) => Result): Result {
    try {
      return use(geometry);
    } finally {
      this.#library.geos.GEOSGeom_destroy(geometry);
    }
  }
}
