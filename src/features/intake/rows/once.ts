import { RowRefused } from './refusal.js';
import type { SourceRow } from './source-row.js';

/** Lets each key through once; the first row keeps it. */
export class Once {
  readonly #seen = new Map<string, string>();

  /** Refuses a row whose key an earlier row of the same kind has. `field` is the canonical field that the message names. */
  pass(row: SourceRow, field: string, ...key: readonly string[]): void {
    const text = JSON.stringify(key);
    const first = this.#seen.get(text);
    if (first === undefined) {
      this.#seen.set(text, `${row.file}, row ${row.number}`);
      return;
    }
    throw new RowRefused({
      field: row.nameOf(field),
      value: key.join(' '),
      code: 'BAD_USER_INPUT',
      expected: `each id once; it stands in ${first} already`,
      remedy: 'The first row was taken. Remove the other, or give it its own id.',
    });
  }
}
