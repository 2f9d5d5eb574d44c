import { everything } from '../../../kernel/everything.js';
import type { HeldRow, Quarantine, QuarantineQuery } from './quarantine.js';

const pageRows = 1_000;

/** All refused rows that the city index holds, newest first, a page at a time: for the operator on the platform's own machine. */
export async function* allHeldRows(quarantine: Pick<Quarantine, 'page'>, query: QuarantineQuery): AsyncGenerator<readonly HeldRow[]> {
  for (let after: string | null = null; ;) {
    const found: readonly HeldRow[] = await quarantine.page(everything, query, { first: pageRows, after });
    const rows = found.slice(0, pageRows);
    if (rows.length > 0) yield rows;
    if (found.length <= pageRows) return;
    after = rows.at(-1)!.id;
  }
}
