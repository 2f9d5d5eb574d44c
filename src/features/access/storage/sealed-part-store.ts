import { CityError } from '../../../kernel/city-error.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Envelope } from '../sealing/envelope.js';
import { masksOf, type SealedMasks } from '../sealing/masks.js';
import type { SealedKey, SealedPart } from '../sealing/sealed-part.js';
import { sealedKeyText } from '../sealing/sealed-part.js';
import type { Proposal, SealedParts } from '../sealing/sealed-parts.js';
import type { Sealer } from '../sealing/sealer.js';

interface Row {
  readonly kind: SealedKey['kind'];
  readonly key: string;
}

/** The rows whose keys are given as two arrays of the same length, as `asked (kind, key)`. */
const asked = 'unnest($1::text[], $2::text[]) with ordinality asked (kind, key, place)';
const held = 'held.record_kind = asked.kind and held.record_key = asked.key';
const columnsOf = (records: readonly SealedKey[]): readonly [readonly string[], readonly string[]] => [
  records.map(({ kind }) => kind),
  records.map(({ key }) => key),
];

/** The table `sealed_part` of one office's front database. */
export class SealedPartStore implements SealedParts {
  constructor(private readonly sealer: Sealer) {}

  async replace(sql: Sql, parts: Parameters<SealedParts['replace']>[1], now: Date): Promise<void> {
    const gone = parts.flatMap(({ record, part }) => (part === null ? [record] : []));
    if (gone.length > 0) await sql.query(`delete from sealed_part held using ${asked} where ${held}`, columnsOf(gone));
    const rows = parts.flatMap(({ record, part }) => (part === null ? [] : [this.#row(record, part, part)]));
    if (rows.length === 0) return;
    await sql.query(
      `insert into sealed_part (record_kind, record_key, envelope, masks, fingerprint, state, created_at)
         select kind, key, envelope, masks, fingerprint, 'KEPT', $2
           from json_to_recordset($1::json) given (kind text, key text, envelope jsonb, masks jsonb, fingerprint text)
         on conflict (record_kind, record_key) do update set envelope = excluded.envelope, masks = excluded.masks,
           fingerprint = excluded.fingerprint, state = 'KEPT'`,
      [JSON.stringify(rows), now],
    );
  }

  async propose(sql: Sql, { record, part, input, state }: Proposal, now: Date): Promise<boolean> {
    const row = this.#row(record, part, [part, input]);
    const [stands] = await sql.query<{ fingerprint: string; isNew: boolean }>(
      `insert into sealed_part (record_kind, record_key, envelope, masks, fingerprint, state, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (record_kind, record_key) do update set created_at = excluded.created_at returning fingerprint, xmax = 0 as "isNew"`,
      [row.kind, row.key, JSON.stringify(row.envelope), JSON.stringify(row.masks), row.fingerprint, state, now],
    );
    if (stands!.fingerprint !== row.fingerprint) throw reused();
    return stands!.isNew;
  }

  async keep(sql: Sql, records: readonly SealedKey[]): Promise<void> {
    await sql.query(
      `update sealed_part held set state = 'KEPT' from ${asked} where ${held} and held.state = 'PENDING'`,
      columnsOf(records),
    );
  }

  async open(sql: Sql, record: SealedKey): Promise<SealedPart | null> {
    const [row] = await sql.query<{ envelope: Envelope }>(`select envelope from sealed_part where record_kind = $1 and record_key = $2`, [
      record.kind,
      record.key,
    ]);
    return row ? this.sealer.open(record, row.envelope) : null;
  }

  async masksOf(sql: Sql, records: readonly SealedKey[]): Promise<readonly (SealedMasks | null)[]> {
    const rows = await sql.query<Row & { masks: SealedMasks }>(
      `select asked.kind, asked.key, held.masks from ${asked} join sealed_part held on ${held}`,
      columnsOf(records),
    );
    const byKey = new Map(rows.map((row) => [sealedKeyText(row), row.masks]));
    return records.map((record) => byKey.get(sealedKeyText(record)) ?? null);
  }

  async waiting(sql: Sql, before: Date): Promise<readonly SealedKey[]> {
    return sql.query<Row>(
      `select record_kind as kind, record_key as key from sealed_part where state = 'PENDING' and created_at < $1 order by created_at limit 1000`,
      [before],
    );
  }

  async remove(sql: Sql, records: readonly SealedKey[], before: Date): Promise<void> {
    await sql.query(`delete from sealed_part held using ${asked} where ${held} and held.state = 'PENDING' and held.created_at < $3`, [
      ...columnsOf(records),
      before,
    ]);
  }

  async rewrap(sql: Sql): Promise<number> {
    const rows = await sql.query<Row & { envelope: Envelope }>(
      `select record_kind as kind, record_key as key, envelope from sealed_part where envelope->>'keyId' <> $1 for update`,
      [this.sealer.currentKeyId],
    );
    for (const { kind, key, envelope } of rows) {
      await sql.query(`update sealed_part set envelope = $3 where record_kind = $1 and record_key = $2`, [
        kind,
        key,
        JSON.stringify(this.sealer.rewrap({ kind, key }, envelope)),
      ]);
    }
    return rows.length;
  }

  #row(record: SealedKey, part: SealedPart, content: unknown) {
    return { ...record, envelope: this.sealer.seal(record, part), masks: masksOf(part), fingerprint: this.sealer.fingerprint(content) };
  }
}

function reused(): CityError {
  return new CityError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'idempotencyKey: it was already used with another input.',
    messageZh: 'idempotencyKey：该键已用于另一份输入。',
    hint: 'Take a new key for a new act; repeat the key only to repeat the very same act.',
  });
}
