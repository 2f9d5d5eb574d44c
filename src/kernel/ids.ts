import { createHash } from 'node:crypto';

/** An id exactly as an office writes it: a string from the first byte to the last. */
export type SourceId = string;
/** `<department>/<name>`, e.g. `urban-management/unit`; the city's own is `city/all-elements`. */
export type LayerKey = string;
/** The enum value of an office, e.g. `URBAN_MANAGEMENT`. */
export type DepartmentCode = string;
/** 6, 9 or 12 digits of a Chinese division, or what the city's division scheme uses. */
export type DivisionCode = string;

const namespace = Buffer.from('6f1d3f0c9a5b5c0e8f64b1b8a7a4f2d1', 'hex');

/** A name-based UUID (RFC 9562, version 5) in the platform's own namespace: equal parts give the equal id for ever. */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(parts.join('/')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The uuid of a unit; `generation` counts re-uses of one local id after it was retired (1 for the first). */
export function unitUuid(layerKey: LayerKey, localId: SourceId, generation: number): string {
  return uuidOf(layerKey, String(generation), localId);
}

/** The public id of a node: base64url of `<Type>:<uuid>`. */
export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`, 'utf8').toString('base64url');
}

const globalIdPattern = /^([A-Z][A-Za-z]*):([0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;

/** Splits a public id; `null` where the text is not one. */
export function parseGlobalId(id: string): { readonly type: string; readonly uuid: string } | null {
  const parts = globalIdPattern.exec(Buffer.from(id, 'base64url').toString('utf8'));
  return parts ? { type: parts[1]!, uuid: parts[2]! } : null;
}
