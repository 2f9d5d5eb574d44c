import { type ByteCheck, pieceCheck, type PieceVerdict } from './byte-check.js';

/** Strict GB18030: characters of one, two and four bytes; 0x80 and 0xFF, which GB18030 leaves out, are faults. */
export function gb18030Check(): ByteCheck {
  return pieceCheck(judge);
}

function judge(piece: Buffer): PieceVerdict {
  let at = 0;
  while (at < piece.length) {
    const length = piece[at]! < 0x80 ? 1 : characterAt(piece, at);
    if (length === 0) return { fault: at, unfinished: at };
    if (at + length > piece.length) break;
    at += length;
  }
  return { fault: null, unfinished: at };
}

/** Bytes of the character of several bytes at a place, as far as they are there; 0 where there can be none. */
function characterAt(piece: Buffer, at: number): number {
  const [lead, second, third, fourth] = [piece[at]!, piece[at + 1], piece[at + 2], piece[at + 3]];
  if (!isLead(lead)) return 0;
  if (second === undefined) return 2;
  if (!isDigit(second)) return second >= 0x40 && second !== 0x7f && second !== 0xff ? 2 : 0;
  if (third === undefined) return 4;
  if (!isLead(third)) return 0;
  if (fourth === undefined) return 4;
  return isDigit(fourth) && isAssigned(((lead - 0x81) * 10 + second - 0x30) * 1_260 + (third - 0x81) * 10 + fourth - 0x30) ? 4 : 0;
}

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
/** The two ranges of four bytes that stand for Unicode characters: up to U+FFFF, and from U+10000 to U+10FFFF. */
const isAssigned = (pointer: number): boolean => pointer <= 39_419 || (pointer >= 189_000 && pointer <= 1_237_575);
