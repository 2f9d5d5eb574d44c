import type { CalendarDate } from '../../../kernel/dates.js';
import { isSameRow, joinSpans, rowKey } from '../compute/join-spans.js';
import { commonSpan, type Span } from '../compute/span.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';
import type { StagedRows } from './staged-rows.js';

/**
 * Lets what buildings tell change from a day on only: buildings have no history, so the days before keep what was published of them.
 */
export async function keepPast<Record extends LinkRecord | CoverageRecord>(staged: StagedRows<Record>, day: CalendarDate): Promise<void> {
  // What is published is read first: it is measured against all that is staged.
  const published = await staged.publishedOtherwise(day);
  const computed = await staged.takeDiffering(day);
  const past = published.flatMap((row) => within(row, { validFrom: '0001-01-01', validTo: day }));
  const coming = computed.flatMap((row) => within(row, { validFrom: day, validTo: null }));
  await staged.add(joinSpans([...past, ...coming], rowKey, isSameRow));
}

function within<Row extends Span>(row: Row, span: Span): readonly Row[] {
  const common = commonSpan(row, span);
  return common ? [{ ...row, ...common }] : [];
}
