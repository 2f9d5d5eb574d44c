import type { Client } from 'pg';

/** What the offices of a benchmark share with one of them. */
export interface Shared {
  readonly to: string;
  /** Those that share, the city itself as `CITY`. */
  readonly from: readonly string[];
  /** Of them, who shares its matters for {@link purpose} alone. */
  readonly conditionally: readonly string[];
  readonly purpose: string;
}

/** Writes grants of matters and elements, as a city pack would bring them. */
export async function shareWith(client: Client, { to, from, conditionally, purpose }: Shared): Promise<void> {
  for (const owner of from) {
    for (const dataClass of ['MATTERS', 'ELEMENTS']) {
      const isConditional = dataClass === 'MATTERS' && conditionally.includes(owner);
      await client.query(
        `insert into sharing_grant (id, grant_id, version, from_owner, to_owner, data_class, attribute, purposes, valid_from, document, origin, recorded_from)
         values (gen_random_uuid(), gen_random_uuid(), 1, $1, $2, $3, $4, $5, '2000-01-01', 'bench', 'PACK', now())`,
        [owner, to, dataClass, isConditional ? 'CONDITIONAL' : 'UNCONDITIONAL', isConditional ? [purpose] : []],
      );
    }
  }
}

/** Takes away what {@link shareWith} wrote. */
export async function shareNoMore(client: Client): Promise<void> {
  await client.query(`delete from sharing_grant where document = 'bench'`);
}
