import { isUtf8 } from 'node:buffer';

/** Looks at the bytes of a file as they pass, for what makes an encoding doubtful although every byte of it is right. */
export interface Watch {
  look(chunk: Buffer): void;
}

/** Counts zero bytes: a text file with many of them is UTF-16 without a byte order mark. */
export class ZeroWatch implements Watch {
  #bytes = 0;
  #zeros = 0;

  look(chunk: Buffer): void {
    this.#bytes += chunk.length;
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) this.#zeros += 1;
  }

  /** A stray NUL is the fault of its row; one byte in twenty is no accident. */
  get many(): boolean {
    return this.#zeros * 20 > this.#bytes;
  }
}

/**
 * Tells UTF-8 in which no Chinese character stands although it is not Latin either. GBK writes 一, 职 and some 900 others in two
 * bytes that are UTF-8 of another script (Cyrillic, Hebrew, Arabic): a file whose only Chinese characters are these is right
 * in both encodings.
 */
export class ScriptWatch implements Watch {
  #hanzi = false;
  #foreign = false;

  look(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && !this.#hanzi; at += 1) {
      const byte = chunk[at]!;
      if (byte >= 0xe0) this.#hanzi = true;
      else if (byte >= 0xc9) this.#foreign = true;
    }
  }

  get doubtful(): boolean {
    return this.#foreign && !this.#hanzi;
  }
}

const longestLine = 2 ** 16;

/** Finds the first line that is UTF-8 with Chinese characters, in a file that as a whole is not UTF-8. */
export class Utf8LineWatch implements Watch {
  #held: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Offset of the line in the file; null while there is none. */
  found: number | null = null;

  look(chunk: Buffer): void {
    if (this.found !== null) return;
    const piece = Buffer.concat([this.#held, chunk]);
    const from = this.#lines(piece);
    // A line that never ends cannot tell anything and is not worth its memory.
    const kept = piece.length - from > longestLine ? piece.length : from;
    this.#at += kept;
    this.#held = Buffer.from(piece.subarray(kept));
  }

  end(): void {
    this.#judge(this.#held, 0);
  }

  #lines(piece: Buffer): number {
    let from = 0;
    let chinese = false;
    for (let at = 0; at < piece.length && this.found === null; at += 1) {
      const byte = piece[at]!;
      if (byte >= 0xe4 && byte <= 0xe9) chinese = true;
      if (byte !== 10 && byte !== 13) continue;
      if (chinese) this.#judge(piece.subarray(from, at), from);
      from = at + 1;
      chinese = false;
    }
    return from;
  }

  #judge(line: Buffer, offset: number): void {
    if (this.found === null && isUtf8(line) && /\p{Script=Han}/u.test(line.toString('utf8'))) this.found = this.#at + offset;
  }
}
