import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { archiveFault } from '../archive/archive-faults.js';
import type { ByteSource } from '../byte-source.js';
import { fileLimits } from '../file-limits.js';

/** Who hears of the elements of a part of a workbook. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags; a text of one element may come in several. */
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads one XML part of a workbook, answering after every piece so that the listener can be emptied. Nothing outside is ever
 * looked up: a DOCTYPE is refused. Throws `ARCHIVE_REJECTED` for what is no XML, too deep, or never ends.
 */
export async function* readXml(bytes: ByteSource, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const guard = new Guard(bytes.name, listener);
  try {
    for await (const chunk of bytes.read()) {
      guard.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    guard.end(decoder.decode());
    yield;
  } catch (thrown) {
    throw (thrown as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? archiveFault(bytes.name, 'XML', thrown) : thrown;
  }
}

/** Reads a part whole. */
export async function readWholeXml(bytes: ByteSource, listener: XmlListener): Promise<void> {
  const reading = readXml(bytes, listener);
  while (!(await reading.next()).done);
}

class Guard {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  #stretch = 0;
  #depth = 0;

  constructor(
    private readonly name: string,
    listener: XmlListener,
  ) {
    const parser = this.#parser;
    parser.on('error', (cause) => this.#refuse('XML', cause));
    parser.on('doctype', () => this.#refuse('DOCTYPE'));
    parser.on('comment', () => this.#pass());
    parser.on('text', (text) => this.#pass(() => listener.text?.(text)));
    parser.on('cdata', (text) => this.#pass(() => listener.text?.(text)));
    parser.on('opentag', (tag) => this.#opened(tag, listener));
    parser.on('closetag', (tag) => {
      this.#depth -= 1;
      this.#pass(() => listener.close?.(plainName(tag.name)));
    });
  }

  write(text: string): void {
    this.#stretch += text.length;
    this.#parser.write(text);
    // The parser holds what has not ended yet.
    if (this.#stretch > fileLimits.xmlStretch) this.#refuse('XML');
  }

  end(text: string): void {
    this.write(text);
    this.#parser.close();
  }

  #opened(tag: SaxesTagPlain, listener: XmlListener): void {
    this.#depth += 1;
    if (this.#depth > fileLimits.xmlDepth) this.#refuse('XML');
    this.#pass(() => listener.open?.(plainName(tag.name), tag.attributes));
  }

  #pass(hear?: () => void): void {
    this.#stretch = 0;
    hear?.();
  }

  #refuse(rule: 'XML' | 'DOCTYPE', cause?: Error): never {
    throw archiveFault(this.name, rule, cause);
  }
}

function plainName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
