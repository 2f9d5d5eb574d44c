import { fileLimits } from '../file-limits.js';

/** The text of one feature; or why it was not kept. */
export type SplitFeature = { readonly text: string } | { readonly fault: 'TOO_LARGE' | 'TOO_DEEP' };

/**
 * Splits the text of a FeatureCollection, which comes in pieces, into its features; none is parsed. Holds one feature and
 * what stands around them. Whether the whole is JSON is for {@link FeatureSplitter.around} to tell at the end.
 */
export class FeatureSplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Depth within the list of features; null outside it. */
  #list: number | null = null;
  #around = '';
  #feature: string[] = [];
  #length = 0;
  #fault: 'TOO_LARGE' | 'TOO_DEEP' | null = null;
  #head: string | null = null;

  /** Everything but the features, their list empty. */
  get around(): string {
    return this.#around;
  }

  /** What stands before the features, their list begun; null while it has not. */
  get head(): string | null {
    return this.#head;
  }

  /** Takes the next piece; answers the features that are whole by now. */
  take(piece: string): readonly SplitFeature[] {
    const features: SplitFeature[] = [];
    let from = 0;
    for (let at = this.#mark(piece, 0); at < piece.length; at = this.#mark(piece, at + 1)) {
      const character = piece[at]!;
      if (this.#inString) {
        this.#inString = false;
        continue;
      }
      if (character === '"') this.#inString = true;
      else if (character === '{' || character === '[') {
        this.#depth += 1;
        if (this.#head === null && this.#beginsList(piece.slice(from, at), character)) {
          this.#keep(piece.slice(from, at + 1));
          this.#list = this.#depth;
          this.#head = this.#around;
          from = at + 1;
        } else if (this.#list !== null && this.#depth > this.#list + fileLimits.jsonDepth) this.#drop('TOO_DEEP');
      } else if (character === ',') {
        if (this.#depth !== this.#list) continue;
        this.#keep(piece.slice(from, at));
        features.push(...this.#ended());
        from = at + 1;
      } else {
        if (this.#depth === this.#list) {
          this.#keep(piece.slice(from, at));
          features.push(...this.#ended());
          this.#list = null;
          from = at;
        }
        this.#depth -= 1;
      }
    }
    this.#keep(piece.slice(from));
    return features;
  }

  /** The next place that matters: the end of a string, or a mark outside of one. */
  #mark(piece: string, from: number): number {
    if (!this.#inString) {
      marks.lastIndex = from;
      return marks.exec(piece)?.index ?? piece.length;
    }
    for (let at = from; at < piece.length; at += 1) {
      if (this.#escaped) this.#escaped = false;
      else if (piece[at] === '\\') this.#escaped = true;
      else if (piece[at] === '"') return at;
    }
    return piece.length;
  }

  #beginsList(before: string, character: string): boolean {
    return character === '[' && this.#depth === 2 && /"features"\s*:\s*$/.test((this.#around + before).slice(-200));
  }

  #keep(text: string): void {
    if (this.#list === null) {
      this.#around += text;
      return;
    }
    this.#length += text.length;
    if (this.#length > fileLimits.featureCharacters) this.#drop('TOO_LARGE');
    if (this.#fault === null) this.#feature.push(text);
  }

  #drop(fault: 'TOO_LARGE' | 'TOO_DEEP'): void {
    this.#fault ??= fault;
    this.#feature = [];
  }

  #ended(): readonly SplitFeature[] {
    const [text, fault] = [this.#feature.join(''), this.#fault];
    [this.#feature, this.#length, this.#fault] = [[], 0, null];
    if (fault !== null) return [{ fault }];
    return text.trim() === '' ? [] : [{ text }];
  }
}

const marks = /["{}[\],]/g;
