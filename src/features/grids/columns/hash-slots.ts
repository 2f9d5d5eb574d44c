/**
 * Rows by hash, open addressing: a slot holds a row's number plus one, 0 while it is free. At most half of the slots are taken;
 * 8 to 16 bytes a row where a JavaScript Map takes some 50.
 */
export type HashSlots = Uint32Array;

/** What makes the slots of rows `0 … size - 1`. */
export interface HashedRows {
  readonly size: number;
  /** Any whole number; its lower 32 bits count. */
  readonly hashOf: (row: number) => number;
  /** Whether two rows have the same key: the later one then takes the place of the earlier. */
  readonly areSame: (row: number, other: number) => boolean;
}

/** Enters every row under its hash. */
export function hashSlotsOf({ size, hashOf, areSame }: HashedRows): HashSlots {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(size, 1) * 2)));
  for (let row = 0; row < size; row++) slots[slotOf(slots, hashOf(row), (other) => areSame(row, other))] = row + 1;
  return slots;
}

/** The row of that hash that `isIt`, or -1. */
export function findRow(slots: HashSlots, hash: number, isIt: (row: number) => boolean): number {
  return slots[slotOf(slots, hash, isIt)]! - 1;
}

/** The slot of the row that `isIt`, or the free one where it would stand. */
function slotOf(slots: HashSlots, hash: number, isIt: (row: number) => boolean): number {
  const last = slots.length - 1;
  let slot = spread(hash) & last;
  while (slots[slot] !== 0 && !isIt(slots[slot]! - 1)) slot = (slot + 1) & last;
  return slot;
}

/** Mixes the bits of a hash, so that neighbouring ones do not fall into neighbouring slots. */
function spread(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return once ^ (once >>> 16);
}

/** A hash of a text by its UTF-16 code units (FNV-1a), begun with `seed`. */
export function hashOfText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
