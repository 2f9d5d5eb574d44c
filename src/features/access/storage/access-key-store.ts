import { append } from '../../../eventlog/append.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AccessKey } from '../credentials/access-key.js';
import type { KeyStore } from '../credentials/key-cabinet.js';

const columns = `id, subject, secret_hash as "secretHash", role, department, organisation, divisions, grids, acts, networks,
  expires_at as "expiresAt", created_at as "createdAt", created_by as "createdBy", revoked_at as "revokedAt", revoked_by as "revokedBy"`;

/** Keeps keys in the city index. */
export const accessKeyStore: KeyStore = {
  all: (sql) => sql.query<AccessKey>(`select ${columns} from access_key order by created_at desc, id`),

  async ofSubject(sql, subject) {
    await sql.query(`select pg_advisory_xact_lock(hashtext('access_key'), hashtext($1))`, [subject]);
    return sql.query<AccessKey>(`select ${columns} from access_key where subject = $1`, [subject]);
  },

  async find(sql, id) {
    return (await sql.query<AccessKey>(`select ${columns} from access_key where id = $1 for update`, [id]))[0] ?? null;
  },

  async add(sql, key) {
    const { id, subject, secretHash, role, department, organisation, divisions, grids, acts, networks } = key;
    await sql.query(
      `insert into access_key (id, subject, secret_hash, role, department, organisation, divisions, grids, acts, networks, expires_at,
              created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[id, subject, secretHash, role, department, organisation, divisions, grids, acts, networks],
        ...[key.expiresAt, key.createdAt, key.createdBy],
      ],
    );
    await tell(sql, key, 'KEY_MADE');
  },

  async revoke(sql, key) {
    await sql.query('update access_key set revoked_at = $2, revoked_by = $3 where id = $1', [key.id, key.revokedAt, key.revokedBy]);
    await tell(sql, key, 'KEY_REVOKED');
  },
};

/** The keys that have not been revoked. */
export function unrevokedKeys(sql: Sql): Promise<readonly AccessKey[]> {
  return sql.query<AccessKey>(`select ${columns} from access_key where revoked_at is null`);
}

async function tell(sql: Sql, { id, createdAt, revokedAt }: AccessKey, kind: 'KEY_MADE' | 'KEY_REVOKED'): Promise<void> {
  const subject = uuidOf('access-key', id);
  const version = kind === 'KEY_MADE' ? 1 : 2;
  const about = { department: null, divisionCode: null, payload: { key: id }, occurredAt: revokedAt ?? createdAt };
  await append(sql, [{ topic: 'access', kind, subject, version, ...about }]);
}
