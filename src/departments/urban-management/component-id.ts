import { formerStandard, presentStandard } from './code-generations.js';

interface Shape {
  readonly length: number;
  readonly classDigits: number;
}

const countyDigits = 6;
const serialDigits = 6;
const shapes: ReadonlyMap<unknown, Shape> = new Map(
  [presentStandard, formerStandard].map((standard, former) => [standard, shapeOf(5 - former)]),
);

function shapeOf(classDigits: number): Shape {
  return { length: countyDigits + classDigits + serialDigits, classDigits };
}

/**
 * Says why an id is no component id (部件标识码) of a standard, or null when it is one or the standard is not known here:
 * county 6, class 2 + 3, serial 6 (17 digits) by GB/T 47678.5-2026; county 6, class 2 + 2, serial 6 (16) by GB/T 30428.2-2013.
 */
export function componentIdFault(id: string, standard: unknown, category: unknown): string | null {
  const shape = shapes.get(standard);
  if (shape === undefined) return null;
  const { length, classDigits } = shape;
  if (id.length !== length || !/^[0-9]+$/.test(id)) return `${length} digits (county 6, class ${classDigits}, serial 6)`;
  return id.slice(countyDigits, countyDigits + classDigits) === category ? null : 'an id that holds the class of the component';
}

/** Whether an id has the shape of a component id of either generation. */
export function isComponentId(id: string): boolean {
  return /^[0-9]+$/.test(id) && [...shapes.values()].some(({ length }) => length === id.length);
}
