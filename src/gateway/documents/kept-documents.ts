import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stripIgnoredCharacters } from 'graphql';

import { documentIdOf } from './document-id.js';

/** One document that the house keeps. */
export interface KeptDocument {
  readonly id: string;
  /** What people call it, e.g. the file it came from. */
  readonly name: string;
  readonly text: string;
}

/** No kept document is longer, characters; longer texts are not compared. */
export const longestText = 32 * 1024;

/** Documents that may be asked for by id, or by a text that says the same. */
export class KeptDocuments {
  readonly #byId: ReadonlyMap<string, KeptDocument>;
  readonly #texts: ReadonlySet<string>;

  constructor(readonly all: readonly KeptDocument[]) {
    this.#byId = new Map(all.map((document) => [document.id, document]));
    this.#texts = new Set(all.map(({ text }) => stripIgnoredCharacters(text)));
  }

  /** The text of an id; null for one that is not kept. */
  textOf(id: string): string | null {
    return this.#byId.get(id)?.text ?? null;
  }

  /** Whether a document of the same tokens is kept; blanks and comments do not matter. */
  holds(text: string): boolean {
    if (text.length > longestText) return false;
    try {
      return this.#texts.has(stripIgnoredCharacters(text));
    } catch {
      return false;
    }
  }
}

/** Reads the documents of a folder, one a file `<name>.graphql`; none where there is no such folder. */
export async function readKeptDocuments(folder: string): Promise<KeptDocuments> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.graphql')).sort();
  const documents = files.map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8');
    return { id: documentIdOf(text), name: file.replace(/\.graphql$/, ''), text };
  });
  return new KeptDocuments(await Promise.all(documents));
}
