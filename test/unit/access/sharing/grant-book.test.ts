import { GrantBook, type SharingGrant } from '../../../../src/features/access/index.js';

const aGrant = (uuid: string): SharingGrant => ({
  uuid,
  from: 'PETITION',
  to: 'POLITICAL_LEGAL',
  dataClass: 'MATTERS',
  attribute: 'UNCONDITIONAL',
  purposes: [],
  validFrom: '2026-01-01',
  until: null,
});

test('nobody is judged by grants that have not been read', () => {
  expect(() => new GrantBook(() => Promise.resolve([])).current()).toThrow('have not been read');
});

test('the grants of the last reading hold until the next one has succeeded', async () => {
  const answers = [Promise.resolve([aGrant('one')]), Promise.reject(new Error('away')), Promise.resolve([])];
  const book = new GrantBook(() => answers.shift()!);
  await book.renew();
  await expect(book.renew()).rejects.toThrow('away');
  expect(book.current()).toEqual([aGrant('one')]);
  await book.renew();
  expect(book.current()).toEqual([]);
});

test('of two readings at once the one that began last is kept, whichever ends first', async () => {
  const ends: ((grants: readonly SharingGrant[]) => void)[] = [];
  const book = new GrantBook(() => new Promise((resolve) => ends.push(resolve)));
  const renewals = [book.renew(), book.renew()];
  ends[1]!([aGrant('new')]);
  await renewals[1];
  ends[0]!([aGrant('old')]);
  await renewals[0];
  expect(book.current()).toEqual([aGrant('new')]);
});
