/** Checks bytes against one encoding, piece by piece, holding no more than one character back. */
export interface ByteCheck {
  /** Takes the next bytes; answers the offset in the file of the first byte that breaks the encoding, null where none does. */
  take(chunk: Buffer): number | null;
  /** The offset of a character that the end of the file cuts off; null where there is none. */
  end(): number | null;
}

/** What is wrong with a piece that begins at a character: where it breaks, and where its last, unfinished character begins. */
export interface PieceVerdict {
  readonly fault: number | null;
  readonly unfinished: number;
}

/** A check by a function that judges one piece after another. */
export function pieceCheck(judge: (piece: Buffer) => PieceVerdict): ByteCheck {
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  return {
    take(chunk) {
      const piece = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const { fault, unfinished } = judge(piece);
      if (fault !== null) return at + fault;
      at += unfinished;
      held = Buffer.from(piece.subarray(unfinished));
      return null;
    },
    end: () => (held.length === 0 ? null : at),
  };
}
