import { partCount, type Rings } from '../../src/geometry/rings.js';

const littleEndian = 1;
const polygon = 3;
const multiPolygon = 6;

/** A polygon as the well-known binary of a MultiPolygon (OGC 06-103r4, clause 8.2). */
export function wkbOf(rings: Rings): Buffer {
  const ringTotal = rings.ringStarts.length - 1;
  const bytes = Buffer.alloc(9 + partCount(rings) * 9 + ringTotal * 4 + rings.coordinates.length * 8);
  let at = headed(bytes, 0, multiPolygon, partCount(rings));
  for (let part = 0; part < partCount(rings); part++) {
    const [first, end] = [rings.partStarts[part]!, rings.partStarts[part + 1]!];
    at = headed(bytes, at, polygon, end - first);
    for (let ring = first; ring < end; ring++) at = ringWritten(bytes, at, rings, ring);
  }
  return bytes;
}

function headed(bytes: Buffer, at: number, type: number, count: number): number {
  bytes.writeUInt8(littleEndian, at);
  bytes.writeUInt32LE(type, at + 1);
  return bytes.writeUInt32LE(count, at + 5);
}

function ringWritten(bytes: Buffer, at: number, { coordinates, ringStarts }: Rings, ring: number): number {
  const [from, to] = [ringStarts[ring]!, ringStarts[ring + 1]!];
  let next = bytes.writeUInt32LE(to - from, at);
  for (let i = from * 2; i < to * 2; i++) next = bytes.writeDoubleLE(coordinates[i]!, next);
  return next;
}
