import type { FeedKind } from '../ports.js';
import type { RecordTable } from './record-writer.js';

/** The table of units; an id that was used again has a row a generation. */
export const units: RecordTable = { table: 'unit_record', key: ['layer_key', 'local_id', 'generation'] };

/** The table of elements. */
export const elements: RecordTable = { table: 'element_record', key: ['kind', 'source_id'] };

/** The table of counts. */
export const counts: RecordTable = { table: 'count_record', key: ['layer_key', 'local_id', 'measure'] };

/** The table of posts. */
export const posts: RecordTable = { table: 'post_record', key: ['layer_key', 'local_id', 'ordinal'] };

/** The table of matters. */
export const matters: RecordTable = { table: 'matter_record', key: ['local_id'] };

/** The tables that the feed speaks of, by kind. */
export const fedTables: readonly (readonly [FeedKind, RecordTable])[] = [
  ['UNIT', units],
  ['ELEMENT', elements],
  ['COUNT', counts],
  ['POST', posts],
  ['MATTER', matters],
];
