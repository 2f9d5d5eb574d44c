import { type Judgement, judgeRows } from '../rows/judge-rows.js';
import { isReadable, type ReadRow } from '../rows/source-row.js';

/** Reads rows some at a time; close it where not all are read. */
export class RowChunks {
  readonly #rows: AsyncIterator<ReadRow>;
  #taken = 0;
  #brokenOffAt: number | null = null;

  /** `most` rows at a time. */
  constructor(
    rows: AsyncIterable<ReadRow>,
    readonly most: number,
  ) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  /** Rows handed out so far. */
  get taken(): number {
    return this.#taken;
  }

  /** The row at which reading broke off; null while it has not. */
  get brokenOffAt(): number | null {
    return this.#brokenOffAt;
  }

  /** The next rows, `most` at most; none at the end. */
  async next(most = this.most): Promise<readonly ReadRow[]> {
    const chunk: ReadRow[] = [];
    while (chunk.length < most) {
      const next = await this.#rows.next();
      if (next.done === true) break;
      chunk.push(next.value);
      if (!isReadable(next.value) && next.value.endsFile) this.#brokenOffAt = next.value.number;
    }
    this.#taken += chunk.length;
    return chunk;
  }

  async close(): Promise<void> {
    await this.#rows.return?.();
  }
}

/** Judges some rows of a table; answers what was accepted in batches. */
export async function judged<Accepted>(
  rows: readonly ReadRow[],
  judgement: Judgement<Accepted>,
): Promise<readonly (readonly Accepted[])[]> {
  const batches: (readonly Accepted[])[] = [];
  for await (const batch of judgeRows(each(rows), { ...judgement, isChunk: true })) batches.push(batch);
  return batches;
}

/** Judges the first rows of a table again, for what later rows are held against: which ids have been seen. Nothing of them is counted. */
export async function replay<Accepted>(chunks: RowChunks, upTo: number, judgement: Judgement<Accepted>): Promise<void> {
  while (chunks.taken < upTo) {
    const rows = await chunks.next(Math.min(chunks.most, upTo - chunks.taken));
    if (rows.length === 0) return;
    await judged(rows, judgement);
  }
  await judgement.tally.flush();
}

async function* each(rows: readonly ReadRow[]): AsyncGenerator<ReadRow> {
  yield* rows;
}
