import type { TableGrant, TableRight } from '../../../database/table-grant.js';
import { CityError } from '../../../kernel/city-error.js';

const all: readonly TableRight[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const kept = { platform: all, system: ['SELECT'] } satisfies Omit<TableGrant, 'table'>;

/** Who needs what on the tables that every front database has. The office's system writes into its queue alone, and reads what is kept of it. */
const common: Readonly<Record<string, Omit<TableGrant, 'table'>>> = {
  unit_record: kept,
  element_record: kept,
  count_record: kept,
  post_record: kept,
  matter_record: kept,
  sealed_part: { platform: all, system: [] },
  home_quarantine: { platform: ['SELECT', 'INSERT', 'UPDATE'], system: ['SELECT'] },
  outbound: { platform: ['SELECT', 'INSERT'], system: ['SELECT', 'UPDATE (acknowledged_at)'] },
  inbound: { platform: ['SELECT', 'DELETE'], system: ['SELECT', 'INSERT'] },
  inbound_refusal: { platform: ['SELECT', 'INSERT', 'DELETE'], system: ['SELECT'] },
  push_receipt: { platform: ['SELECT', 'INSERT', 'DELETE'], system: ['SELECT'] },
  run_report: { platform: ['SELECT', 'INSERT', 'DELETE'], system: [] },
  change_feed: { platform: ['SELECT', 'INSERT', 'DELETE'], system: [] },
  file_progress: { platform: all, system: [] },
};

/** Who needs what on the tables of one office's front database. Throws `INTERNAL` for a table that all fronts have and that has no rule here. */
export function tableGrants(commonTables: readonly string[], ownTables: readonly string[]): readonly TableGrant[] {
  return [
    ...commonTables.map((table) => ({ table, ...(common[table] ?? noRule(table)) })),
    ...ownTables.map((table) => ({ table, ...kept })),
  ];
}

function noRule(table: string): never {
  throw new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: `Expected a rule of who needs what on the table ${table}, found none.`,
    hint: 'Add it to src/features/intake/storage/table-grants.ts.',
  });
}
