import type { Rings } from '../../../geometry/rings.js';
import type { GroundPieces } from '../report/ports.js';
import { collect, fromGeos, toGeos } from './geos-geometry.js';
import { type GeosLibrary, loadGeos } from './geos-library.js';

/** Loads GEOS and draws pieces of ground with it; everything that a call takes of its memory goes back with the answer. */
export async function openGeosGroundPieces(): Promise<GroundPieces> {
  return new GeosGroundPieces(await loadGeos());
}

class GeosGroundPieces implements GroundPieces {
  readonly #library: GeosLibrary;

  constructor(library: GeosLibrary) {
    this.#library = library;
  }

  remainder(unit: Rings, by: readonly Rings[]): Rings {
    const library = this.#library;
    if (by.length === 0) return unit;
    return this.#using(toGeos(this.#library, unit), (whole) =>
      this.#using(this.#dissolved(by), (cover) =>
        this.#using(library.made(library.geos.GEOSDifference(whole, cover), 'subtract units'), this.#read),
      ),
    );
  }

  common(a: Rings, b: Rings): Rings {
    const library = this.#library;
    return this.#using(toGeos(this.#library, a), (one) =>
      this.#using(toGeos(this.#library, b), (other) =>
        this.#using(library.made(library.geos.GEOSIntersection(one, other), 'intersect two units'), this.#read),
      ),
    );
  }

  union(list: readonly Rings[]): Rings {
    return this.#using(this.#dissolved(list), this.#read);
  }

  readonly #read = (geometry: number): Rings => fromGeos(this.#library, geometry);

  #dissolved(list: readonly Rings[]): number {
    const library = this.#library;
    const parts = list.flatMap(partsOf).map((part) => toGeos(this.#library, part));
    return this.#using(collect(this.#library, parts), (all) => library.made(library.geos.GEOSUnaryUnion(all), 'unite units'));
  }

  #using<Result>(geometry: number, use: (geometry: number) => Result): Result {
    try {
      return use(geometry);
    } finally {
      this.#library.geos.GEOSGeom_destroy(geometry);
    }
  }
}

/** Each part as a polygon of its own: a collection of multipolygons would not be a multipolygon. */
function partsOf(rings: Rings): Rings[] {
  const { partStarts } = rings;
  return Array.from({ length: partStarts.length - 1 }, (_, part) => ({ ...rings, partStarts: partStarts.slice(part, part + 2) }));
}
