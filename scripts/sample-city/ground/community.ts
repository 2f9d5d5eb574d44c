import type { Place, Shape } from '../plane/plane.js';
import type { Division } from './division.js';

/** A community or village with the ground that the generator gave it. */
export interface Community {
  readonly division: Division;
  readonly ground: Shape;
  readonly centre: Place;
  readonly areaM2: number;
  /** Whether a residents' committee sits here and the ground is merged into all-elements grids. */
  readonly isUrban: boolean;
  /** How far the houses stand from `centre`, in metres. */
  readonly builtRadiusM: number;
}

/** A township-level unit with the ground that the generator gave it. */
export interface Township {
  readonly division: Division;
  readonly ground: Shape;
  readonly centre: Place;
}

/** All the ground of the city. */
export interface Ground {
  readonly counties: ReadonlyMap<string, Shape>;
  readonly townships: readonly Township[];
  readonly communities: readonly Community[];
}

/** Whether houses stand at a distance from the centre of a community. */
export function isBuiltUp(community: Community, [x, y]: Place): boolean {
  return (x - community.centre[0]) ** 2 + (y - community.centre[1]) ** 2 <= community.builtRadiusM ** 2;
}

/** The ground that houses stand on, in square metres. */
export function builtAreaM2({ builtRadiusM }: Community): number {
  return builtRadiusM ** 2 * 3.1416;
}
