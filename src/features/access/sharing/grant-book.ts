import type { SharingGrant } from './sharing-grant.js';

/** The grants that are believed now, in memory, so that every request and every delivery of a stream is judged by them at no cost. */
export class GrantBook {
  readonly name = 'sharing grants';
  readonly #read: () => Promise<readonly SharingGrant[]>;
  #grants: readonly SharingGrant[] | null = null;
  #reading = 0;
  #kept = 0;

  /** `read` answers every grant that is believed now. */
  constructor(read: () => Promise<readonly SharingGrant[]>) {
    this.#read = read;
  }

  /** The grants of the last reading; throws before the first, since nobody may be let see by rights that are not known. */
  current(): readonly SharingGrant[] {
    if (this.#grants === null) throw new Error('The sharing grants have not been read.');
    return this.#grants;
  }

  /** Reads the grants anew. Of several readings at once the one that began last is kept. */
  async renew(): Promise<void> {
    const turn = ++this.#reading;
    const grants = await this.#read();
    if (turn < this.#kept) return;
    this.#kept = turn;
    this.#grants = grants;
  }
}
