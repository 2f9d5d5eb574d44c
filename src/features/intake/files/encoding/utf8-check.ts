import { isUtf8 } from 'node:buffer';

import { type ByteCheck, pieceCheck } from './byte-check.js';

/** Strict UTF-8: no overlong forms, no surrogates. */
export function utf8Check(): ByteCheck {
  return pieceCheck((piece) => {
    const unfinished = wholeLength(piece, piece.length);
    return { unfinished, fault: isUtf8(piece.subarray(0, unfinished)) ? null : firstFault(piece) };
  });
}

/** How many of the first `length` bytes are left without a last character that they cut off. */
function wholeLength(bytes: Uint8Array, length: number): number {
  for (let back = 1; back <= Math.min(3, length); back += 1) {
    const byte = bytes[length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return bytesOfLead(byte) > back ? length - back : length;
  }
  return length;
}

function bytesOfLead(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc0 ? 2 : 1;
}

/** Halves the piece until the longest good beginning is found; what follows it is the fault. */
function firstFault(piece: Buffer): number {
  let [good, bad] = [0, piece.length];
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isUtf8(piece.subarray(0, wholeLength(piece, middle)))) good = middle;
    else bad = middle - 1;
  }
  return wholeLength(piece, good);
}
