import { chainKeyOf, chainOf } from '../../../../src/features/access/audit/chain-key.js';
import { digestNamed, digestOfHash } from '../../../../src/features/access/audit/digest.js';
import { linkBatch } from '../../../../src/features/access/audit/link-batch.js';
import { isOver } from '../../../../src/features/access/audit/retention.js';
import type { StoredEntry } from '../../../../src/features/access/audit/stored-entry.js';

const anEntry = (changed: Partial<StoredEntry> = {}): StoredEntry => ({
  ...{ id: '1', happenedAt: '2026-03-01T08:00:00.000000Z', kind: 'ACT', subject: 'handler', role: 'DEPARTMENT_HANDLER' },
  ...{ department: 'HOUSING', office: null, act: 'reportMatter', what: { matter: 'm-1' }, outcome: 'DONE' },
  ...{ purpose: null, rule: null, document: null, requestId: 'r-1' },
  ...changed,
});

test('a line belongs to the chain of whose data it is about, its UTC day, and whether something was given away', () => {
  expect(chainOf(anEntry())).toBe('2026-03-01/LOG/HOUSING');
  expect(chainOf(anEntry({ office: 'PETITION', kind: 'READ' }))).toBe('2026-03-01/PROVISION/PETITION');
  expect(chainOf(anEntry({ department: null, act: 'revealSealed' }))).toBe('2026-03-01/PROVISION/CITY');
  expect(chainKeyOf('2026-03-01/PROVISION/PETITION')).toEqual({ day: '2026-03-01', chainClass: 'PROVISION', office: 'PETITION' });
});

test('links are dense behind the head of their chain, and their hashes are those of the standard digests', () => {
  const head = { chain: '2026-03-01/LOG/HOUSING', seq: 7, hash: 'sha256:00' };
  const entries = [anEntry(), anEntry({ id: '2', office: 'PETITION' }), anEntry({ id: '3' })];
  const links = linkBatch(entries, [head], digestNamed('sha256'));

  expect(links.map(({ chain, seq, entryId }) => [chain, seq, entryId])).toEqual([
    ['2026-03-01/LOG/HOUSING', 8, '1'],
    ['2026-03-01/LOG/PETITION', 1, '2'],
    ['2026-03-01/LOG/HOUSING', 9, '3'],
  ]);
  // The example of GB/T 32905-2016, annex A.1, and of FIPS 180-4.
  expect(digestNamed('sm3').of('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(digestNamed('sha256').of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(linkBatch(entries, [], digestNamed('sm3')).every(({ hash }) => digestOfHash(hash)?.name === 'sm3')).toBe(true);
});

test('provision records outlive logs, and nothing is over before the law allows', () => {
  const keep = { LOG: 1, PROVISION: 1 };
  expect(['2026-03-01/LOG/CITY', '2026-03-01/PROVISION/CITY'].map((chain) => isOver(chain, keep, '2026-09-02'))).toEqual([true, false]);
  expect(isOver('2026-03-01/LOG/CITY', keep, '2026-09-01')).toBe(false);
  expect(['2029-03-01', '2029-03-02'].map((today) => isOver('2026-03-01/PROVISION/CITY', keep, today))).toEqual([false, true]);
});
