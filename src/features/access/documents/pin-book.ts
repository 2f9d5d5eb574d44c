import type { Principal } from '../../../kernel/principal.js';
import { rightsOfRole } from '../role-rights.js';
import type { PinnedDocument } from './pinned-document.js';

/** The pinned documents that count for a principal; the same object as long as they stay what they are. */
export interface Pins {
  readonly all: readonly PinnedDocument[];
  /** Whether some of them are the principal's own, which binds it to kept documents whatever its role. */
  readonly hasOwn: boolean;
}

/** What an event of the topic `access` tells. */
interface AccessChange {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The pinned documents, in memory: every request is judged by them without a question to the database. */
export class PinBook {
  readonly name = 'pinned documents';
  readonly #read: () => Promise<readonly PinnedDocument[]>;
  readonly #known = new Map<string, Pins>();
  #bySubject: ReadonlyMap<string | null, readonly PinnedDocument[]> | null = null;
  #readings = 0;

  /** `read` answers every pinned document. */
  constructor(read: () => Promise<readonly PinnedDocument[]>) {
    this.#read = read;
  }

  /** Those of the principal's own subject, and those of everybody where its role may send kept ones only; throws before the first reading. */
  pinsOf({ subject, role }: Pick<Principal, 'subject' | 'role'>): Pins {
    if (this.#bySubject === null) throw new Error('The pinned documents have not been read.');
    const { documents } = rightsOfRole[role];
    const own = this.#bySubject.get(subject) ?? [];
    // Subjects without documents of their own share an entry: anybody may bring a new subject along.
    const key = own.length === 0 ? documents : `${documents} ${subject}`;
    const known = this.#known.get(key);
    if (known) return known;
    const everybodys = documents === 'TRUSTED' ? (this.#bySubject.get(null) ?? []) : [];
    const pins = { all: [...everybodys, ...own], hasOwn: own.length > 0 };
    this.#known.set(key, pins);
    return pins;
  }

  /** Reads the documents anew. Of several readings at once the one that began last is kept. */
  async renew(): Promise<void> {
    const nth = ++this.#readings;
    const pinned = await this.#read();
    if (nth === this.#readings) this.#hold(pinned);
  }

  /** Lets a document go as soon as its removal is heard of, before the next reading. */
  heard({ kind, payload: { document, of } }: AccessChange): void {
    if (kind !== 'DOCUMENT_UNPINNED') return;
    // What is being read now may have been read before the removal.
    this.#readings += 1;
    const held = [...(this.#bySubject?.values() ?? [])].flat();
    if (this.#bySubject) this.#hold(held.filter(({ id, subject }) => id !== document || subject !== of));
  }

  #hold(pinned: readonly PinnedDocument[]): void {
    const bySubject = new Map<string | null, PinnedDocument[]>();
    for (const document of pinned) bySubject.set(document.subject, [...(bySubject.get(document.subject) ?? []), document]);
    this.#bySubject = bySubject;
    this.#known.clear();
  }
}
