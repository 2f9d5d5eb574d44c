import { isPlainText } from '../../../kernel/text.js';
import type { FeedKind } from '../ports.js';
import type { SourceRow } from './source-row.js';

/** What a record is known by over all files and pushes: its kind and its ids. */
export function recordKey(kind: FeedKind, ...ids: readonly string[]): string {
  return JSON.stringify([kind, ...ids]);
}

/** The fields of a row that tell which record it speaks of; `within` comes before them, such as the layer of a unit. */
export interface KeyFields {
  readonly kind: FeedKind;
  readonly within?: string;
  readonly fields: readonly string[];
}

/** Longer texts are no ids of anything. */
const longestId = 200;

/** The key of the record that a row speaks of; null where one of its ids cannot be read. */
export function keyOfRow(row: SourceRow, { kind, within, fields }: KeyFields): string | null {
  const ids = fields.map((field) => (row.numberIn(field) === null ? row.text(field).trim() : ''));
  if (!ids.every((id) => id !== '' && id.length <= longestId && isPlainText(id))) return null;
  return recordKey(kind, ...(within === undefined ? [] : [within]), ...ids);
}
