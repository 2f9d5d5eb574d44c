import type { ByteSource } from '../byte-source.js';
import { fileFault } from '../file-fault.js';
import { fileLimits } from '../file-limits.js';
import { RichText } from './rich-text.js';
import { readXml } from './xml-reader.js';

/** The texts that the cells of a workbook share, by number; held as bytes, a quarter of what strings would take. */
export class SharedStrings {
  #bytes = Buffer.alloc(2 ** 16);
  #ends = new Uint32Array(2 ** 12);
  #count = 0;

  /** Reads the part that holds them. Throws `FILE_TOO_LARGE` beyond {@link fileLimits.sharedStringBytes}. */
  static async read(bytes: ByteSource): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const text = new RichText();
    const reading = readXml(bytes, {
      open: (name) => text.open(name),
      text: (piece) => text.text(piece),
      close: (name) => {
        text.close(name);
        if (name === 'si' && !strings.#add(text.take())) throw tooLarge(bytes.name);
      },
    });
    while (!(await reading.next()).done);
    return strings;
  }

  /** One text; undefined where the workbook has none of this number. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  #add(text: string): boolean {
    const from = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    const to = from + Buffer.byteLength(text);
    if (to > fileLimits.sharedStringBytes || this.#count === fileLimits.sharedStrings) return false;
    if (to > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(to, this.#bytes.length * 2));
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends);
    this.#bytes.write(text, from);
    this.#ends[this.#count] = to;
    this.#count += 1;
    return true;
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

function tooLarge(name: string): Error {
  return fileFault({
    file: name,
    code: 'FILE_TOO_LARGE',
    message: `expected at most ${fileLimits.sharedStringBytes} bytes of text shared by the cells.`,
    messageZh: `单元格共享的文本不得超过 ${fileLimits.sharedStringBytes} 字节。`,
    hint: 'Split the workbook, or send it as CSV.',
  });
}
