/** UUIDs as 16 bytes each, one after another. */
export type UuidColumn = Uint8Array;

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in lower case with hyphens. */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}

/** Packs UUIDs written in lower case with hyphens. Throws a RangeError for anything else. */
export function uuidColumnOf(uuids: readonly string[]): UuidColumn {
  const column = Buffer.alloc(uuids.length * 16);
  uuids.forEach((uuid, index) => {
    if (!isUuid(uuid)) throw new RangeError(`Expected a UUID in lower case, got ${JSON.stringify(uuid)}.`);
    column.write(uuid.replaceAll('-', ''), index * 16, 'hex');
  });
  return new Uint8Array(column.buffer, column.byteOffset, column.length);
}

/** The UUID of row `index` as PostgreSQL writes it. */
export function uuidAt(column: UuidColumn, index: number): string {
  const hex = Buffer.from(column.buffer, column.byteOffset + index * 16, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether rows of two columns hold the same UUID. */
export function sameUuid(column: UuidColumn, index: number, other: UuidColumn, otherIndex: number): boolean {
  for (let byte = 0; byte < 16; byte++) if (column[index * 16 + byte] !== other[otherIndex * 16 + byte]) return false;
  return true;
}

/** A hash of the UUID of row `index`: name-based ones are digests already. */
export function hashOfUuid(column: UuidColumn, index: number): number {
  const at = index * 16;
  return column[at]! | (column[at + 1]! << 8) | (column[at + 2]! << 16) | (column[at + 3]! << 24);
}
