import fc from 'fast-check';

import { digestNamed } from '../../../src/features/access/audit/digest.js';
import type { AuditFault } from '../../../src/features/access/audit/finding.js';
import { genesisOf, linkHash } from '../../../src/features/access/audit/link-hash.js';
import type { KeptLink } from '../../../src/features/access/audit/walk-chain.js';
import type { Sql } from '../../../src/kernel/sql.js';

/** A chain as it was before anybody edited it, by rising seq. */
export interface KnownChain {
  readonly chain: string;
  readonly links: readonly KeptLink[];
  /** Seqs whose heads were exported; the last of them is the end. */
  readonly exported: readonly number[];
}

/** One edit of the tables, and where checking must find it. */
export interface Edit {
  readonly name: string;
  readonly chain: string;
  readonly seq: number | null;
  readonly faults: readonly AuditFault[];
  apply(sql: Sql): Promise<unknown>;
}

const sha256 = digestNamed('sha256');
const textColumns = ['subject', 'role', 'act', 'request_id', 'department', 'office', 'purpose', 'rule', 'document'] as const;

/** What to set each column of a line to, so that it surely changes; `$2` is any text that is not empty. */
const changes: readonly string[] = [
  ...textColumns.map((column) => `${column} = coalesce(${column}, '') || $2`),
  `happened_at = happened_at + interval '1 microsecond'`,
  `happened_at = happened_at - interval '3 days'`,
  `kind = case kind when 'ACT' then 'READ' else 'ACT' end`,
  `outcome = case outcome when 'DONE' then 'FAILED' else 'DONE' end`,
  `what = what || jsonb_build_object('matter', $2::text)`,
  `what = what - 'matter' || jsonb_build_object($2::text, 1)`,
];

interface Chosen {
  readonly known: KnownChain;
  /** The place of a link in its chain, from 0. */
  readonly place: number;
  readonly other: number;
  readonly salt: string;
  readonly pick: number;
}

type Make = (chosen: Chosen) => Edit;

const linkOf = ({ known, place }: Chosen): KeptLink => known.links[place]!;
const isLast = ({ known, place }: Chosen): boolean => place === known.links.length - 1;
const update = (sql: Sql, set: string, values: readonly unknown[]): Promise<unknown> => sql.query(set, values);

const editLine: Make = (chosen) => {
  const { seq, entryId } = linkOf(chosen);
  const change = changes[chosen.pick % changes.length]!;
  return {
    name: `a line's ${change}`,
    chain: chosen.known.chain,
    seq,
    faults: ['EDITED'],
    apply: (sql) => update(sql, `update audit_entry set ${change} where id = $1 and ($2::text) is not null`, [entryId, chosen.salt]),
  };
};

const editHash: Make = (chosen) => {
  const { seq } = linkOf(chosen);
  const { chain } = chosen.known;
  const set = [`hash = translate(hash, '0123456789abcdef', '123456789abcdef0')`, `hash = 'sm3' || substr(hash, 7)`, `hash = hash || $3`][
    chosen.pick % 3
  ]!;
  const sql = `update audit_link set ${set} where chain = $1 and seq = $2 and ($3::text) is not null`;
  return { name: `a link's ${set}`, chain, seq, faults: ['EDITED'], apply: (db) => update(db, sql, [chain, seq, chosen.salt]) };
};

const editPlace: Make = (chosen) => {
  const { seq } = linkOf(chosen);
  const { chain } = chosen.known;
  const set = [`seq = seq + 1000`, `chain = chain || $3`, `entry_id = entry_id + 1000000`][chosen.pick % 3]!;
  const isCutOff = isLast(chosen) && set.startsWith('chain');
  const sql = `update audit_link set ${set} where chain = $1 and seq = $2 and ($3::text) is not null`;
  return {
    name: `a link's ${set}`,
    chain,
    seq,
    faults: isCutOff ? ['TRUNCATED'] : ['MISSING'],
    apply: (db) => update(db, sql, [chain, seq, chosen.salt]),
  };
};

const deleteRows: Make = (chosen) => {
  const { seq, entryId } = linkOf(chosen);
  const { chain } = chosen.known;
  const line = ['delete from audit_entry where id = $1', [entryId]] as const;
  const link = ['delete from audit_link where chain = $1 and seq = $2', [chain, seq]] as const;
  const gone = [[line], [link], [line, link]][chosen.pick % 3]!;
  const fault = gone.includes(link) && isLast(chosen) ? 'TRUNCATED' : 'MISSING';
  return {
    name: `deleted: ${gone.map(([text]) => text).join(', ')}`,
    chain,
    seq,
    faults: [fault],
    apply: async (sql) => {
      for (const [text, values] of gone) await sql.query(text, values);
    },
  };
};

const deleteAndCloseUp: Make = (chosen) => {
  const { seq, entryId } = linkOf(chosen);
  const { chain } = chosen.known;
  return {
    name: 'a link and its line deleted, and the links after it moved up',
    chain,
    seq,
    faults: isLast(chosen) ? ['TRUNCATED'] : ['EDITED', 'REWRITTEN'],
    apply: async (sql) => {
      await sql.query('delete from audit_link where chain = $1 and seq = $2', [chain, seq]);
      await sql.query('delete from audit_entry where id = $1', [entryId]);
      await shift(sql, { chain, above: seq, by: -1 });
    },
  };
};

const swap: Make = (chosen) => {
  const { chain, links } = chosen.known;
  const [first, second] = [chosen.place, chosen.other === chosen.place ? (chosen.place + 1) % links.length : chosen.other].sort(
    (a, b) => a - b,
  ) as [number, number];
  const [a, b] = [links[first]!, links[second]!];
  const place = 'update audit_link set entry_id = $3 where chain = $1 and seq = $2';
  const whole = 'update audit_link set seq = $3 where chain = $1 and seq = $2';
  const isWhole = chosen.pick % 2 === 0;
  return {
    name: isWhole ? 'two links changed places' : 'two links changed their lines',
    chain,
    seq: a.seq,
    faults: ['REORDERED'],
    apply: async (sql) => {
      const steps = isWhole
        ? ([
            [whole, a.seq, 900_000],
            [whole, b.seq, a.seq],
            [whole, 900_000, b.seq],
          ] as const)
        : ([
            [place, a.seq, -1],
            [place, b.seq, a.entryId],
            [place, a.seq, b.entryId],
          ] as const);
      for (const [text, seq, to] of steps) await sql.query(text, [chain, seq, to]);
    },
  };
};

const insertLink: Make = (chosen) => {
  const { chain, links } = chosen.known;
  const { seq, entry } = linkOf(chosen);
  const previous = chosen.place === 0 ? genesisOf(chain) : links[chosen.place - 1]!.hash;
  const isRight = chosen.pick % 2 === 0;
  return {
    name: `a line and a link inserted, its hash ${isRight ? 'right' : 'made up'}`,
    chain,
    seq,
    // Where a head was exported of this very place, that is what tells first.
    faults: isRight && chosen.known.exported.includes(seq) ? ['REWRITTEN'] : ['EXTRA'],
    apply: async (sql) => {
      const id = await copyOf(sql, linkOf(chosen).entryId, chosen.salt);
      await shift(sql, { chain, above: seq - 1, by: 1 });
      const hash = isRight ? linkHash(previous, { ...entry!, id, rule: chosen.salt }, sha256) : sha256.of(chosen.salt);
      await sql.query('insert into audit_link (chain, seq, entry_id, hash) values ($1, $2, $3, $4)', [chain, seq, id, hash]);
    },
  };
};

const insertLine: Make = (chosen) => ({
  name: 'a line inserted without a link',
  chain: chosen.known.chain,
  seq: null,
  faults: ['EXTRA'],
  apply: (sql) => copyOf(sql, linkOf(chosen).entryId, chosen.salt),
});

const cutTail: Make = (chosen) => {
  const { chain } = chosen.known;
  const { seq } = linkOf(chosen);
  const withLines = chosen.pick % 2 === 0;
  return {
    name: `the tail cut off, ${withLines ? 'its lines too' : 'its lines left'}`,
    chain,
    seq,
    faults: ['TRUNCATED'],
    apply: async (sql) => {
      if (withLines)
        await sql.query('delete from audit_entry where id in (select entry_id from audit_link where chain = $1 and seq >= $2)', [
          chain,
          seq,
        ]);
      await sql.query('delete from audit_link where chain = $1 and seq >= $2', [chain, seq]);
    },
  };
};

const rewrite: Make = (chosen) => {
  const { chain, links, exported } = chosen.known;
  const { seq } = linkOf(chosen);
  return {
    name: 'a line changed and every hash after it made anew',
    chain,
    seq: exported.find((head) => head >= seq)!,
    faults: ['REWRITTEN'],
    apply: async (sql) => {
      await sql.query('update audit_entry set subject = $2 where id = $1', [linkOf(chosen).entryId, chosen.salt]);
      let previous = chosen.place === 0 ? genesisOf(chain) : links[chosen.place - 1]!.hash;
      for (const link of links.slice(chosen.place)) {
        const entry = link.seq === seq ? { ...link.entry!, subject: chosen.salt } : link.entry!;
        previous = linkHash(previous, entry, sha256);
        await sql.query('update audit_link set hash = $3 where chain = $1 and seq = $2', [chain, link.seq, previous]);
      }
    },
  };
};

/** Any one edit of a log that consists of these chains. */
export function anEdit(chains: readonly KnownChain[]): fc.Arbitrary<Edit> {
  const makes = [editLine, editLine, editHash, editPlace, deleteRows, deleteAndCloseUp, swap, insertLink, insertLine, cutTail, rewrite];
  return fc
    .record({
      make: fc.constantFrom(...makes),
      known: fc.constantFrom(...chains),
      place: fc.nat(),
      other: fc.nat(),
      salt: fc.stringMatching(/^[a-z一-龥']{1,12}$/),
      pick: fc.nat(1_000),
    })
    .map(({ make, known, place, other, salt, pick }) =>
      make({ known, place: place % known.links.length, other: other % known.links.length, salt: `~${salt}`, pick }),
    );
}

/** Copies a line under a new id; answers the id. */
async function copyOf(sql: Sql, entryId: string, rule: string): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into audit_entry (happened_at, kind, subject, role, department, office, act, what, outcome, purpose, rule, document, request_id)
     select happened_at, kind, subject, role, department, office, act, what, outcome, purpose, $2, document, request_id
       from audit_entry where id = $1 returning id::text as id`,
    [entryId, rule],
  );
  return row!.id;
}

async function shift(
  sql: Sql,
  { chain, above, by }: { readonly chain: string; readonly above: number; readonly by: number },
): Promise<void> {
  await sql.query('update audit_link set seq = seq + 1000000 where chain = $1 and seq > $2', [chain, above]);
  await sql.query('update audit_link set seq = seq - 1000000 + $2 where chain = $1 and seq > 1000000', [chain, by]);
}
