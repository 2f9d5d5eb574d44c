import { ringHoldsPoint } from './point-in-rings.js';
import type { RingContact } from './ring-crossings.js';
import { pointOnLine, ringAt, type Rings } from './rings.js';

// Beyond this many comparisons of lines the rest is left to the repair, which takes nothing from rings that are sound.
const comparisonBudget = 50_000_000;

/**
 * Leaves out the contacts that are allowed: two rings may meet in one point as long as each lies wholly on one side of the
 * other. Rings that meet in several points stay, since ground may be cut in two between them.
 */
export function faultyContacts(rings: Rings, contacts: readonly RingContact[]): readonly RingContact[] {
  let budget = comparisonBudget;
  return pairsOf(contacts).flatMap((together) => {
    const { ring, otherRing } = together[0]!;
    if (ring === otherRing || !meetInOnePoint(together)) return together;
    budget -= lineCount(rings, ring) * lineCount(rings, otherRing);
    const isAllowed = budget > 0 && isOnOneSide(rings, ring, otherRing) && isOnOneSide(rings, otherRing, ring);
    return isAllowed ? [] : together;
  });
}

function pairsOf(contacts: readonly RingContact[]): RingContact[][] {
  const pairs = new Map<string, RingContact[]>();
  for (const contact of contacts) {
    const key = `${contact.ring}/${contact.otherRing}`;
    const pair = pairs.get(key);
    if (pair) pair.push(contact);
    else pairs.set(key, [contact]);
  }
  return [...pairs.values()];
}

function meetInOnePoint(together: readonly RingContact[]): boolean {
  const { x, y } = together[0]!;
  return together.every((contact) => contact.kind === 'TOUCH' && contact.x === x && contact.y === y);
}

function lineCount(rings: Rings, ring: number): number {
  return rings.ringStarts[ring + 1]! - rings.ringStarts[ring]! - 1;
}

function isOnOneSide(rings: Rings, ring: number, of: number): boolean {
  const { coordinates, from, to } = ringAt(rings, ring);
  const other = ringAt(rings, of);
  const first = ringHoldsPoint(other, ...pointOnLine(coordinates, from));
  for (let vertex = from + 1; vertex + 1 < to; vertex++) {
    if (ringHoldsPoint(other, ...pointOnLine(coordinates, vertex)) !== first) return false;
  }
  return true;
}
