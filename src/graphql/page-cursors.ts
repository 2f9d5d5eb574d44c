import { createHash } from 'node:crypto';

import { CityError } from '../kernel/city-error.js';
import { openToken, signToken, type TokenSecret } from '../kernel/signed-token.js';

/** What a page key is made of: the values that the list is sorted by, the last of them unique. */
export type PageKey = readonly (string | number | null)[];

const purpose = 'page-cursor';
const bindingBytes = 8;

/**
 * Makes and reads the cursors of connections: signed, opaque, and bound to the question (field, filter, order, rights), so that a cursor
 * of one list never opens another.
 */
export class PageCursors {
  readonly #secret: TokenSecret;

  constructor(secret: TokenSecret) {
    this.#secret = secret;
  }

  /** Writes the cursor of a row; `question` is anything that JSON can tell apart. */
  encode(question: unknown, key: PageKey): string {
    return signToken(this.#secret, purpose, Buffer.concat([bindingOf(question), Buffer.from(JSON.stringify(key))]));
  }

  /** Reads a cursor back; throws `CURSOR_INVALID` when it was edited or belongs to another question. */
  decode(question: unknown, cursor: string): PageKey {
    const bytes = openToken(this.#secret, purpose, cursor);
    if (bytes === null) throw refused('This text is not a cursor of this platform.', '该游标不是本平台签发的。');
    if (!bindingOf(question).equals(bytes.subarray(0, bindingBytes)))
      throw refused(
        'This cursor belongs to another list: field, filter, order and rights must stay the same.',
        '该游标属于另一份列表：字段、筛选、排序与权限须保持不变。',
      );
    return JSON.parse(Buffer.from(bytes.subarray(bindingBytes)).toString()) as PageKey;
  }
}

function bindingOf(question: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(question)).digest().subarray(0, bindingBytes);
}

function refused(message: string, messageZh: string): CityError {
  return new CityError({
    code: 'CURSOR_INVALID',
    message,
    messageZh,
    hint: 'Begin again without after, or send the cursor exactly as it was given.',
  });
}
