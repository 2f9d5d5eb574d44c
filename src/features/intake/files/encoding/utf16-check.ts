import { type ByteCheck, pieceCheck } from './byte-check.js';

/** Strict UTF-16: surrogates in pairs, whole units. */
export function utf16Check(order: 'le' | 'be'): ByteCheck {
  const high = order === 'le' ? 1 : 0;
  return pieceCheck((piece) => {
    let at = 0;
    while (at + 2 <= piece.length) {
      const kind = surrogate(piece[at + high]!);
      if (kind === null) {
        at += 2;
        continue;
      }
      if (kind === 'LOW') return { fault: at, unfinished: at };
      if (at + 4 > piece.length) break;
      if (surrogate(piece[at + 2 + high]!) !== 'LOW') return { fault: at, unfinished: at };
      at += 4;
    }
    return { fault: null, unfinished: at };
  });
}

function surrogate(highByte: number): 'HIGH' | 'LOW' | null {
  if ((highByte & 0xf8) !== 0xd8) return null;
  return highByte < 0xdc ? 'HIGH' : 'LOW';
}
