import type { Database } from '../../../src/features/intake/index.js';

const tables = {
  unit_record: 'layer_key, local_id, generation',
  element_record: 'kind, source_id',
  count_record: 'layer_key, local_id, measure',
  post_record: 'layer_key, local_id, ordinal',
  matter_record: 'local_id',
};

/** The fingerprint of every record of a front database, by table and key. */
export async function frontFingerprints({ sql }: Pick<Database, 'sql'>): Promise<Readonly<Record<string, string>>> {
  const found: [string, string][] = [];
  for (const [table, key] of Object.entries(tables)) {
    const rows = await sql.query<{ key: string; content_hash: string }>(
      `select concat_ws(' ', ${key}) as key, content_hash from ${table} order by ${key}`,
    );
    found.push(...rows.map((row) => [`${table} ${row.key}`, row.content_hash] as [string, string]));
  }
  return Object.fromEntries(found);
}
