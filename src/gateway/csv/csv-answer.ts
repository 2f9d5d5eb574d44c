import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { csvLines } from '../../features/intake/index.js';
import { cellsOf } from './csv-columns.js';
import { nextPlace, type PagedDocument, type PageOfRows, rowsOf } from './paged-document.js';

/** One page as the executing server answered it. */
export interface AnsweredPage {
  readonly data?: Readonly<Record<string, PageOfRows | null>> | null;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** Asks one page; `after` null is the first. */
export type AskPage = (after: string | null) => Promise<AnsweredPage>;

const byteOrderMark = '\uFEFF';
const longestWaitSeconds = 30;

/**
 * Streams every row of a connection as CSV, UTF-8 with a byte order mark: one page at a time is in memory, and the next is asked for when the
 * caller has taken the last. Answers the first page where it is refused, as nothing has been sent by then; a later page that fails breaks the
 * connection off, so that nobody takes a part for the whole.
 */
export async function sendCsv(response: ServerResponse, { key, columns }: PagedDocument, ask: AskPage): Promise<AnsweredPage | null> {
  let answer = await asked(ask, null);
  if (isRefused(answer, key)) return answer;
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${key}.csv"`,
    'cache-control': 'no-store',
  });
  response.write(byteOrderMark + csvLines([columns.map((column) => column.join('.'))]));
  for (;;) {
    const page = answer.data![key]!;
    const text = csvLines(rowsOf(page).map((row) => cellsOf(row, columns)));
    if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    const after = nextPlace(page);
    if (after === null || response.destroyed) break;
    answer = await asked(ask, after);
    if (isRefused(answer, key)) {
      response.destroy();
      return null;
    }
  }
  response.end();
  return null;
}

/** Asks again when the principal's points are back: an export is as fast as its rights allow. */
async function asked(ask: AskPage, after: string | null): Promise<AnsweredPage> {
  for (;;) {
    const answer = await ask(after);
    const wait = answer.errors?.find(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED')?.extensions?.['retryAfter'];
    if (after === null || typeof wait !== 'number' || wait > longestWaitSeconds) return answer;
    await pause(wait * 1_000);
  }
}

function isRefused({ data, errors }: AnsweredPage, key: string): boolean {
  return (errors?.length ?? 0) > 0 || data?.[key] == null;
}
