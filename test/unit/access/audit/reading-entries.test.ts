import { mostIds, readingEntries } from '../../../../src/features/access/audit/reading-entries.js';
import type { SharingGrant } from '../../../../src/features/access/sharing/sharing-grant.js';
import { aPrincipal } from '../../../support/access/a-principal.js';

const day = '2026-03-01';
const answered = {
  principal: aPrincipal(['360200'], { department: 'HOUSING' }),
  purpose: '联合调解',
  requestId: 'r-1',
  document: 'Asked',
  day,
};
const aGrant = (changed: Partial<SharingGrant>): SharingGrant => ({
  ...{ uuid: 'g-1', from: 'PETITION', to: 'HOUSING', dataClass: 'MATTERS', attribute: 'CONDITIONAL', purposes: ['联合调解'] },
  ...{ validFrom: '2026-01-01', until: null },
  ...changed,
});

test('each owner and class leaves one line that names the records, the purpose and the grant of the day', () => {
  const reads = [
    { dataClass: 'MATTERS', owner: 'PETITION', ids: ['m-1', 'm-2'] },
    { dataClass: 'COUNTS', owner: 'PETITION', ids: [] },
  ] as const;
  const grants = [aGrant({ uuid: 'old', until: day }), aGrant({}), aGrant({ uuid: 'other', to: 'CITY', dataClass: 'COUNTS' })];

  expect(readingEntries(reads, answered, grants)).toMatchObject([
    {
      kind: 'READ',
      office: 'PETITION',
      rule: 'grant:g-1',
      purpose: '联合调解',
      document: 'Asked',
      what: { records: ['m-1', 'm-2'], count: 2 },
    },
    { kind: 'READ', office: 'PETITION', rule: null, what: { class: 'COUNTS', records: [], count: 0 } },
  ]);
});

test('of more records than a line names, number and digest are told', () => {
  const ids = Array.from({ length: mostIds + 5 }, (_, n) => `m-${n}`);
  const [line] = readingEntries([{ dataClass: 'MATTERS', owner: 'PETITION', ids }], answered, []);

  expect(line!.what).toMatchObject({ count: mostIds + 5, rest: { count: 5, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect(line!.what['records']).toHaveLength(mostIds);
});
