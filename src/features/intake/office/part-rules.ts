import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Sealer } from '../../access/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { FrontWriter, RunStamp, RunTotals, StampedRecords } from '../ports.js';
import { type CountRecord, type ElementRecord, fingerprinted, type PostRecord } from '../records.js';
import { countRow, elementRow, postRow } from '../row-rules/office-rows.js';
import type { Judgement } from '../rows/judge-rows.js';
import type { FiledElementKind, Layout } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { SourceRow } from '../rows/source-row.js';
import { layoutOf, textOfPart } from './table-part.js';

/** What writing a batch came to. */
export type Written = Pick<RunTotals, 'changed' | 'older'>;

/** How one kind of an office's rows is read, judged and written. */
export interface PartRule<Accepted> {
  readonly layout: Layout;
  readonly judgement: Omit<Judgement<Accepted>, 'tally' | 'file'>;
  /** Writes accepted rows; those that are older than what is held are left out. */
  write(sql: Sql, batch: readonly Accepted[], stamp: RunStamp): Promise<Written>;
}

/** What the rules of an office's rows need. */
export interface RuleTerms {
  readonly department: DepartmentDefinition;
  readonly register: CityRegister;
  readonly sealer: Sealer;
  readonly writer: FrontWriter;
  readonly hasUnit: (layerKey: LayerKey, localId: SourceId) => boolean;
}

/** The rule of elements of one kind; an id stands once a kind for all that is read by it. */
export function elementRule(terms: RuleTerms, kind: FiledElementKind, once: Once): PartRule<ElementRecord> {
  const rule = (row: SourceRow): ElementRecord => {
    const element = elementRow(row, kind, terms);
    once.pass(row, 'source_id', kind, element.sourceId);
    return element;
  };
  return {
    layout: layoutOf({ rows: 'ELEMENTS', elementKind: kind }, terms.department),
    judgement: {
      rule,
      part: textOfPart({ rows: 'ELEMENTS', elementKind: kind }),
      key: { kind: 'ELEMENT', within: kind, fields: ['source_id'] },
    },
    write: async (sql, batch, stamp) => {
      const { fresh, older } = await sifted(terms.writer, sql, { kind: 'ELEMENT', records: batch });
      return { changed: await terms.writer.writeElements(sql, fresh, stamp), older: older.size };
    },
  };
}

/** The rule of counts: one number a unit and measure. */
export function countRule(terms: RuleTerms): PartRule<CountRecord> {
  const once = new Once();
  const rule = (row: SourceRow): CountRecord => {
    const count = countRow(row, terms);
    once.pass(row, 'local_id', count.layerKey, count.localId, count.measure);
    return count;
  };
  return {
    layout: layoutOf({ rows: 'COUNTS' }, terms.department),
    judgement: { rule, part: textOfPart({ rows: 'COUNTS' }), key: { kind: 'COUNT', fields: ['layer', 'local_id', 'measure'] } },
    write: async (sql, batch, stamp) => ({ changed: await terms.writer.writeCounts(sql, batch, stamp), older: 0 }),
  };
}

/** The rule of posts, which are counted within their unit in the order in which they are read. */
export function postRule(terms: RuleTerms): PartRule<PostRecord> {
  const ordinals = new Map<string, number>();
  const rule = (row: SourceRow): PostRecord => {
    const post = postRow(row, terms);
    const unit = JSON.stringify([post.layerKey, post.localId]);
    const ordinal = (ordinals.get(unit) ?? 0) + 1;
    ordinals.set(unit, ordinal);
    return { ...fingerprinted({ ...post, ordinal }), rowNumber: row.number };
  };
  return {
    layout: layoutOf({ rows: 'POSTS' }, terms.department),
    // A post has no key of its own: only its file clears it.
    judgement: { rule, part: textOfPart({ rows: 'POSTS' }) },
    write: async (sql, batch, stamp) => ({ changed: await terms.writer.writePosts(sql, batch, stamp), older: 0 }),
  };
}

/** Some records that an office may have stamped. */
export interface StampedBatch<Kind extends keyof StampedRecords> {
  readonly kind: Kind;
  readonly records: readonly StampedRecords[Kind][];
}

/** Tells the records that are to be written from those that are older than what is held. */
export async function sifted<Kind extends keyof StampedRecords>(
  writer: FrontWriter,
  sql: Sql,
  { kind, records }: StampedBatch<Kind>,
): Promise<{ readonly fresh: readonly StampedRecords[Kind][]; readonly older: ReadonlySet<StampedRecords[Kind]> }> {
  const older = await writer.older(sql, kind, records);
  return { fresh: older.size === 0 ? records : records.filter((record) => !older.has(record)), older };
}
