import { createHash } from 'node:crypto';

import { prepared } from '../../../database/prepared.js';
import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import { accountOf } from '../../../kernel/principal.js';
import type { Sql } from '../../../kernel/sql.js';
import type { IdempotencyStore, KeyUse } from '../ports.js';

/** Keeps idempotency keys in the city index, one row an account and key. */
export class IdempotencyTable implements IdempotencyStore {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async claim(sql: Sql, use: KeyUse): Promise<Readonly<Record<string, unknown>> | null> {
    checkKey(use.key);
    // The unique index makes a second use wait here until the first has committed or rolled back.
    const claimed = await sql.query(
      prepared(
        `insert into idempotency_key (subject, key, body_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing returning key`,
      ),
      [accountOf(use.by), use.key, hashOf(use.input), this.#clock.now()],
    );
    if (claimed.length > 0) return null;
    const [earlier] = await sql.query<{ body_hash: string; answer: Record<string, unknown> }>(
      prepared(`select body_hash, answer from idempotency_key where subject = $1 and key = $2`),
      [accountOf(use.by), use.key],
    );
    if (earlier!.body_hash !== hashOf(use.input)) throw reused(use.key);
    return earlier!.answer;
  }

  async keep(sql: Sql, use: KeyUse, answer: Readonly<Record<string, unknown>>): Promise<void> {
    await sql.query(prepared(`update idempotency_key set answer = $3 where subject = $1 and key = $2`), [
      accountOf(use.by),
      use.key,
      JSON.stringify(answer),
    ]);
  }
}

function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= 128) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `idempotencyKey: expected 1 to 128 characters, got ${key.length}.`,
    messageZh: `idempotencyKey：应为 1 到 128 个字符，收到 ${key.length} 个。`,
    hint: 'A random UUID for each act is best.',
  });
}

function reused(key: string): CityError {
  return new CityError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: `idempotencyKey: ${JSON.stringify(key)} was already used with another input.`,
    messageZh: `idempotencyKey：${JSON.stringify(key)} 已用于另一份输入。`,
    hint: 'Take a new key for a new act; repeat the key only to repeat the very same act.',
  });
}
