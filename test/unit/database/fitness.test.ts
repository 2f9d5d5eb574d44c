import { refuseUnfitDatabase } from '../../../src/database/fitness.js';
import type { Sql } from '../../../src/kernel/sql.js';

const aServer = (version: number, versionText: string, encoding = 'UTF8'): Sql => ({
  query: <Row extends object>() => Promise.resolve([{ encoding, version, version_text: versionText }] as unknown as readonly Row[]),
});

describe('a server', () => {
  it.each([
    [150_000, '15.0'],
    [180_004, '18.4'],
  ])('of number %i is taken', async (number, text) => {
    await expect(refuseUnfitDatabase('city-index', aServer(number, text))).resolves.toBeUndefined();
  });

  it('older than PostgreSQL 15 is refused by both versions', async () => {
    await expect(refuseUnfitDatabase('city-index', aServer(140_022, '14.22'))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Expected PostgreSQL 15 or newer for the database city-index, found 14.22.',
    });
  });

  it.each(['SQL_ASCII', 'LATIN1', 'EUC_CN'])('that encodes in %s is refused', async (encoding) => {
    await expect(refuseUnfitDatabase('petition', aServer(180_004, '18.4', encoding))).rejects.toMatchObject({
      message: expect.stringContaining(encoding),
    });
  });
});
