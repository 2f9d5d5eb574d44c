import gcoord from 'gcoord';

import { isReadable, type ReadRow, type SourceRow } from '../../rows/source-row.js';
import type { ShiftedDatum } from './datums.js';

/** The rows with their boundaries and points converted to the city's datum, true to some millimetres; what is no place stays as it came. */
export async function* convertRows(rows: AsyncIterable<ReadRow>, from: ShiftedDatum): AsyncGenerator<ReadRow> {
  for await (const row of rows) yield isReadable(row) ? converted(row, from) : row;
}

function converted(row: SourceRow, from: ShiftedDatum): SourceRow {
  const place = placeOf(row, from);
  return {
    ...row,
    geometry: geometryIn(row.geometry, from),
    text: (field) => (place === null ? row.text(field) : (place[field as keyof Place] ?? row.text(field))),
  };
}

interface Place {
  readonly longitude: string;
  readonly latitude: string;
}

const degrees = /^[+-]?\d{1,3}(\.\d+)?$/;

function placeOf(row: SourceRow, from: ShiftedDatum): Place | null {
  const [longitude, latitude] = [row.text('longitude').trim(), row.text('latitude').trim()];
  if (!degrees.test(longitude) || !degrees.test(latitude)) return null;
  const [x, y] = toCity(Number(longitude), Number(latitude), from);
  // A tenth of a millimetre.
  return { longitude: x.toFixed(9), latitude: y.toFixed(9) };
}

function geometryIn(geometry: unknown, from: ShiftedDatum): unknown {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  return Array.isArray(coordinates) ? { type, coordinates: convertedNest(coordinates as unknown[], from, 0) } : geometry;
}

/** Points stand at most three lists deep. */
const deepest = 4;

function convertedNest(list: readonly unknown[], from: ShiftedDatum, depth: number): readonly unknown[] {
  const [x, y, ...rest] = list.length < 5 ? list : [];
  if (typeof x === 'number' && typeof y === 'number') return [...toCity(x, y, from), ...rest];
  return depth === deepest ? list : list.map((part) => (Array.isArray(part) ? convertedNest(part as unknown[], from, depth + 1) : part));
}

function toCity(longitude: number, latitude: number, from: ShiftedDatum): readonly [longitude: number, latitude: number] {
  const [x, y] = gcoord.transform([longitude, latitude], from === 'GCJ02' ? gcoord.GCJ02 : gcoord.BD09, gcoord.WGS84);
  return [x, y];
}
