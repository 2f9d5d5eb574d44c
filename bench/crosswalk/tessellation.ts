import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Rings } from '../../src/geometry/rings.js';
import { randomNumbers } from '../measure/random-numbers.js';

/** What one layer of a generated city is like; equal wishes make equal layers. */
export interface TessellationWish {
  readonly cells: number;
  /** Pieces that each shared edge is broken into; 1 leaves it straight. */
  readonly segments: number;
  readonly seed: number;
}

/** Metres. */
const ground = { width: 40_000, height: 30_000 };
/** Edges shorter than this stay straight: broken into millimetres they would touch themselves. */
const shortestRoughM = 2;

/** The parts of d3-delaunay that are used; it is the benchmark's own package and stands in no list of types. */
interface Voronoi {
  cellPolygon(cell: number): readonly (readonly [x: number, y: number])[] | null;
}
interface Delaunay {
  voronoi(bounds: readonly [number, number, number, number]): Voronoi;
}
interface D3Delaunay {
  readonly Delaunay: new (points: Float64Array) => Delaunay;
}

const packageFile = join(resolve(__dirname, '..', '..', '..', 'bench'), 'node_modules', 'd3-delaunay', 'src', 'index.js');

type Point = readonly [x: number, y: number];

/**
 * A Voronoi tessellation of 40 × 30 km, in metres with vertices on a grid of 1 mm. Edges of two cells are broken and bent at random, by
 * one line for both, so that neighbours share every vertex; edges on the frame stay straight.
 */
export async function tessellation({ cells, segments, seed }: TessellationWish): Promise<readonly Rings[]> {
  const { Delaunay } = (await import(pathToFileURL(packageFile).href)) as D3Delaunay;
  const random = randomNumbers(seed);
  const sites = Float64Array.from({ length: cells * 2 }, (_, at) => random() * (at % 2 === 0 ? ground.width : ground.height));
  const voronoi = new Delaunay(sites).voronoi([0, 0, ground.width, ground.height]);
  const lines = new RoughLines(segments, randomNumbers(seed + 1));
  return Array.from({ length: cells }, (_, cell) => {
    const corners = withoutRepeats(voronoi.cellPolygon(cell)!.map(onGrid));
    return ringsOf(corners.flatMap((corner, at) => lines.between(corner, corners[(at + 1) % corners.length]!, siteOf(sites, cell))));
  });
}

const onGrid = ([x, y]: Point): Point => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
const siteOf = (sites: Float64Array, cell: number): Point => [sites[cell * 2]!, sites[cell * 2 + 1]!];
const areSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const onFrame = ([ax, ay]: Point, [bx, by]: Point): boolean =>
  (ax === bx && (ax === 0 || ax === ground.width)) || (ay === by && (ay === 0 || ay === ground.height));

function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter((point, at) => !areSame(point, points[(at + 1) % points.length]!));
}

/** The lines between corners, each drawn once for the two cells that share it. */
class RoughLines {
  readonly #segments: number;
  readonly #random: () => number;
  readonly #drawn = new Map<string, readonly Point[]>();

  constructor(segments: number, random: () => number) {
    this.#segments = segments;
    this.#random = random;
  }

  /** The points from `from` up to, not including, `to`; `site` is the middle of the cell that asks. */
  between(from: Point, to: Point, site: Point): readonly Point[] {
    const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
    const [first, last] = isForward ? [from, to] : [to, from];
    const key = `${first.join()} ${last.join()}`;
    const inner = this.#drawn.get(key) ?? this.#draw(first, last, site);
    this.#drawn.set(key, inner);
    return [from, ...(isForward ? inner : inner.toReversed())];
  }

  #draw(from: Point, to: Point, site: Point): readonly Point[] {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length < shortestRoughM || onFrame(from, to)) return [];
    // The site and its mirror image beyond the edge are the sites of the two cells: what is bent stays within the two triangles
    // between edge and sites, so no two lines meet anywhere but at corners.
    const foot = ((site[0] - from[0]) * dx + (site[1] - from[1]) * dy) / length ** 2;
    const height = Math.abs((site[0] - from[0]) * dy - (site[1] - from[1]) * dx) / length;
    return Array.from({ length: this.#segments - 1 }, (_, at): Point => {
      const along = (at + 1) / this.#segments;
      const room = height * Math.min(foot > 0 ? along / foot : Infinity, foot < 1 ? (1 - along) / (1 - foot) : Infinity);
      const bend = (this.#random() - 0.5) * Math.min(room, length / 4);
      return onGrid([from[0] + along * dx - (bend * dy) / length, from[1] + along * dy + (bend * dx) / length]);
    });
  }
}

function ringsOf(points: readonly Point[]): Rings {
  const closed = [...points, points[0]!];
  return {
    coordinates: Float64Array.from(closed.flat()),
    ringStarts: Uint32Array.of(0, closed.length),
    partStarts: Uint32Array.of(0, 1),
  };
}
