/** Texts as one block of UTF-8: text `i` is the bytes `starts[i] … starts[i + 1] - 1`. A block holds at most 4 GiB. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Packs texts one after another. */
export function textColumnOf(texts: readonly string[]): TextColumn {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = starts[index]! + Buffer.byteLength(text);
  });
  const bytes = new Uint8Array(starts[texts.length]!);
  const buffer = bufferOver(bytes);
  texts.forEach((text, index) => buffer.write(text, starts[index]!));
  return { bytes, starts };
}

/** Reads one text of a column; each reading makes the string anew. */
export function textAt({ bytes, starts }: TextColumn, index: number): string {
  return bufferOver(bytes).toString('utf8', starts[index], starts[index + 1]);
}

/** Whether a text of a column is the given one, without making a string where both are plain ASCII. */
export function textEquals(column: TextColumn, index: number, text: string): boolean {
  const { bytes, starts } = column;
  const from = starts[index]!;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return textAt(column, index) === text;
    if (from + at >= starts[index + 1]! || bytes[from + at] !== unit) return false;
  }
  return from + text.length === starts[index + 1];
}

const buffers = new WeakMap<Uint8Array, Buffer>();

function bufferOver(bytes: Uint8Array): Buffer {
  let buffer = buffers.get(bytes);
  if (!buffer) buffers.set(bytes, (buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  return buffer;
}
