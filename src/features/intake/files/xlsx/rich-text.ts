/** Gathers the text of one cell or shared string: its runs one after the other, readings of Chinese characters (`rPh`) left out. */
export class RichText {
  #pieces: string[] = [];
  #reading = false;
  #inText = false;

  open(name: string): void {
    if (name === 'rPh') this.#reading = true;
    if (name === 't') this.#inText = true;
  }

  text(piece: string): void {
    if (this.#inText && !this.#reading) this.#pieces.push(piece);
  }

  close(name: string): void {
    if (name === 'rPh') this.#reading = false;
    if (name === 't') this.#inText = false;
  }

  /** The text gathered, and begins anew. */
  take(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    return unescaped(text);
  }
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
