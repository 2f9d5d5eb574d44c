import { type KeyFields, keyOfRow } from './record-key.js';
import { quarantined, type QuarantinedRow, type Refusal, RowRefused } from './refusal.js';
import { isReadable, type ReadRow, type SourceRow } from './source-row.js';
import type { Tally } from './tally.js';

/** How the rows of one file are judged. */
export interface Judgement<Accepted> {
  /** The accepted form of a row; throws {@link RowRefused}. */
  readonly rule: (row: SourceRow) => Accepted;
  readonly tally: Tally;
  /** Path inside the pack. */
  readonly file: string;
  /** What the file holds, as {@link QuarantinedRow.part} tells it; left out for the city's own files. */
  readonly part?: string;
  /** What tells which record a row speaks of; left out where rows have no key, or where none may be kept. */
  readonly key?: KeyFields;
  /** Whether further rows of the same table are judged apart, so that whoever judges them says when it was read. */
  readonly isChunk?: boolean;
  /** Hears of a row that was refused; null where it could not even be told into cells. */
  readonly onRefused?: (row: SourceRow | null) => void;
  /** Whether nothing of a row may be shown that was refused, but for its place and the rule; where given, rows that could not be told into cells show nothing. */
  readonly unseen?: (row: SourceRow, refusal: Refusal) => boolean;
  /** Takes a refused row of which nobody but the office may hear: true where it did, and the row is neither counted nor shown. */
  readonly takenHome?: (row: SourceRow | null, refused: QuarantinedRow) => boolean;
  /** Whether refused rows are told without their place in the file, which would tell of rows that are not counted. */
  readonly placeless?: boolean;
  /** Whether an accepted row is counted; all are when left out. */
  readonly counted?: (accepted: Accepted) => boolean;
}

const batchRows = 1_000;

/** Judges rows one by one: refused ones go to the tally, accepted ones are yielded in batches of at most 1,000. */
export async function* judgeRows<Accepted>(
  rows: AsyncIterable<ReadRow>,
  judgement: Judgement<Accepted>,
): AsyncGenerator<readonly Accepted[]> {
  let batch: Accepted[] = [];
  let brokenOffAt: number | null = null;
  for await (const row of rows) {
    if (!isReadable(row) && row.endsFile) brokenOffAt = row.number;
    const accepted = judge(row, judgement);
    if (accepted === null) continue;
    batch.push(accepted.value);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
    await judgement.tally.relieve();
  }
  if (batch.length > 0) yield batch;
  if (!judgement.isChunk) judgement.tally.read({ file: judgement.file, part: judgement.part ?? '', brokenOffAt });
  await judgement.tally.relieve();
}

/** Judges all rows where the rule itself keeps what it accepts. */
export async function judgeAll(rows: AsyncIterable<ReadRow>, judgement: Judgement<void>): Promise<void> {
  const batches = judgeRows(rows, judgement);
  while (!(await batches.next()).done);
}

function judge<Accepted>(row: ReadRow, judgement: Judgement<Accepted>): { readonly value: Accepted } | null {
  if (!isReadable(row)) {
    refuseRow(row.number, row.refusal, null, judgement);
    return null;
  }
  try {
    if (row.fault) throw new RowRefused(row.fault);
    const value = judgement.rule(row);
    if (judgement.counted?.(value) ?? true) judgement.tally.accept(1, acceptedKey(row, judgement));
    return { value };
  } catch (thrown) {
    if (!(thrown instanceof RowRefused)) throw thrown;
    refuseRow(row.number, thrown.refusal, row, judgement);
    return null;
  }
}

function acceptedKey<Accepted>(row: SourceRow, { tally, key }: Judgement<Accepted>): string | null {
  return key === undefined || !tally.wantsKeys ? null : keyOfRow(row, key);
}

function refuseRow<Accepted>(number: number, refusal: Refusal, row: SourceRow | null, judgement: Judgement<Accepted>): void {
  const hidden = judgement.unseen !== undefined && (row === null || judgement.unseen(row, refusal));
  const shown = hidden ? { ...refusal, value: null, expected: refusal.expectedUnseen ?? refusal.expected } : refusal;
  const key = row === null || hidden || judgement.key === undefined ? null : keyOfRow(row, judgement.key);
  const refused = { ...quarantined(judgement.file, number, shown), part: judgement.part, recordKey: key };
  judgement.onRefused?.(row);
  if (judgement.takenHome?.(row, refused)) return;
  judgement.tally.refuse(refused, { isPlaceless: judgement.placeless ?? false });
}
