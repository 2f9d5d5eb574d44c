import type { Sql } from '../../../kernel/sql.js';
import type { HeldCode } from '../confirmation/held-code.js';
import type { CodeStore } from '../confirmation/ports.js';

/** One-time codes in the city index. */
export class CodeTable implements CodeStore {
  async read(sql: Sql, matterUuid: string): Promise<HeldCode | null> {
    const [row] = await sql.query<HeldCode>(
      `select version, code_hash as "codeHash", expires_at as "expiresAt", tries, used_at as "usedAt" from confirmation_code where matter_id = $1`,
      [matterUuid],
    );
    return row ?? null;
  }

  async issue(sql: Sql, matterUuid: string, { version, codeHash, expiresAt }: Omit<HeldCode, 'tries' | 'usedAt'>): Promise<void> {
    await sql.query(
      `insert into confirmation_code as held (matter_id, version, code_hash, expires_at) values ($1, $2, $3, $4)
       on conflict (matter_id) do update set version = $2, code_hash = $3, expires_at = $4, used_at = null,
         tries = case when held.version = $2 then held.tries else 0 end`,
      [matterUuid, version, codeHash, expiresAt],
    );
  }

  async countTry(sql: Sql, matterUuid: string): Promise<void> {
    await sql.query('update confirmation_code set tries = tries + 1 where matter_id = $1', [matterUuid]);
  }

  async use(sql: Sql, matterUuid: string, at: Date): Promise<void> {
    await sql.query('update confirmation_code set used_at = $2 where matter_id = $1', [matterUuid, at]);
  }
}
