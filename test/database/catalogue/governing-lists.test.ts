import type { ListKind, ListLine } from '../../../src/features/catalogue/list.js';
import type { NewLine } from '../../../src/features/catalogue/publishing/ports.js';
import { insertEdition } from '../../../src/features/catalogue/storage/lists/insert-edition.js';
import { ListReader } from '../../../src/features/catalogue/storage/lists/list-reader.js';
import { governingLists } from '../../../src/features/catalogue/wiring.js';
import { CategoryLinkTable } from '../../../src/features/categories/storage/category-link-table.js';
import { categorySources } from '../../../src/features/categories/wiring.js';
import { findOrganisation } from '../../../src/features/elements/storage/find-organisation.js';
import { dutyReader } from '../../../src/features/elements/wiring.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const [station, orchard, street] = ['1199010000000001AJ', '1199010000000002BN', '1199010000000003CT'];
const light = { standard: 'light-2020', kind: 'MATTER', code: '01' };
const bulb = { ...light, code: '0101' };
const tree = { standard: 'orchard-2024', kind: 'MATTER', code: '7' };
const upwards = ['990101001001', '990101001', '990101', '990100'];
const at = '2026-03-10';
const lists = governingLists((within) => ({ categories: categorySources(within), duties: dutyReader(within) }));

let city: IntakeCity;
let sql: Sql;
let uuids: Readonly<Record<'station' | 'orchard' | 'street', string>>;

beforeAll(async () => {
  const pack = await PackCopy.make();
  city = await anIntakeCity();
  sql = city.index.sql;
  await city.intake().cityImport.importPack(pack.folder);
  await pack.remove();
  const [a, b, c] = await Promise.all([station, orchard, street].map((code) => findOrganisation(sql, code)));
  uuids = { station: a!, orchard: b!, street: c! };
});
afterEach(() => sql.query('truncate list_item, list_edition, category_link'));
afterAll(() => city?.close());

const line = (changed: Partial<ListLine> = {}): NewLine => ({
  ...{ category: light, divisionCode: null, organisationUuid: null, task: '发现并上报', document: null, temporary: false },
  ...{ validFrom: '2026-01-01', validTo: null, applicationUuid: null, ...changed },
});
const edition = (kind: ListKind, number: number, effectiveFrom: string, lines: readonly NewLine[]): Promise<string> =>
  insertEdition(sql, {
    ...{ kind, number, effectiveFrom, lines, document: `示例第${number}号`, origin: 'PACK', by: null },
    recordedAt: new Date('2026-01-01T00:00:00Z'),
  });

describe('the admission list', () => {
  test('refuses nothing while the city has published none, and what it leaves out from then on', async () => {
    expect(await lists.admissionOf(sql, { category: tree, at })).toEqual({ standing: 'NO_LIST', edition: null, until: null });
    await edition('ADMISSION', 1, '2026-02-01', [line()]);
    expect(await lists.admissionOf(sql, { category: tree, at: '2026-01-31' })).toMatchObject({ standing: 'NO_LIST' });
    expect(await lists.admissionOf(sql, { category: tree, at })).toEqual({ standing: 'NOT_LISTED', edition: 1, until: null });
  });

  test('speaks by a code for all codes below it, and by a temporary line until its end', async () => {
    await edition('ADMISSION', 1, '2026-02-01', [line(), line({ category: tree, temporary: true, validTo: '2026-03-31' })]);
    expect(await lists.admissionOf(sql, { category: bulb, at })).toEqual({ standing: 'ADMITTED', edition: 1, until: null });
    expect(await lists.admissionOf(sql, { category: tree, at })).toEqual({ standing: 'TEMPORARY', edition: 1, until: '2026-03-31' });
    expect(await lists.admissionOf(sql, { category: tree, at: '2026-03-31' })).toMatchObject({ standing: 'NOT_LISTED' });
  });

  test('gives way to its next edition on the day of that one, and goes on answering for days before', async () => {
    await edition('ADMISSION', 1, '2026-02-01', [line()]);
    await edition('ADMISSION', 2, '2026-03-01', [line({ category: tree })]);
    expect(await lists.admissionOf(sql, { category: bulb, at: '2026-02-28' })).toMatchObject({ standing: 'ADMITTED', edition: 1 });
    expect(await lists.admissionOf(sql, { category: bulb, at: '2026-03-01' })).toMatchObject({ standing: 'NOT_LISTED', edition: 2 });
    const told = await new ListReader(sql).editions('ADMISSION', null);
    expect(told.map((one) => [one.number, one.effectiveFrom, one.effectiveTo, one.items])).toEqual([
      [2, '2026-03-01', null, 1],
      [1, '2026-02-01', '2026-03-01', 1],
    ]);
  });

  test('may be written in another standard than the matter, where people declared the two codes EQUIVALENT', async () => {
    const declarant = { declaredBy: 'a', role: 'b', document: '示例', onBehalfOf: uuids.station, recordedAt: new Date() };
    const link = { from: light, to: tree, relation: 'EQUIVALENT' as const, verified: true, validFrom: '2026-01-01', validTo: null };
    await edition('ADMISSION', 1, '2026-02-01', [line({ category: tree })]);
    expect(await lists.admissionOf(sql, { category: bulb, at })).toMatchObject({ standing: 'NOT_LISTED' });
    await city.index.transaction((within) => new CategoryLinkTable().declare(within, link, declarant));
    expect(await lists.admissionOf(sql, { category: bulb, at })).toMatchObject({ standing: 'ADMITTED', edition: 1 });
  });
});

describe('a proposal to dispatch', () => {
  test('is led by the organisation whose duty names the category, before one that has all of the standard', async () => {
    const proposal = await lists.dispatchProposal(sql, { category: bulb, divisionCodes: upwards, at });
    expect(proposal.organisations.map(({ organisationUuid, role }) => [organisationUuid, role])).toEqual([
      [uuids.street, 'LEAD'],
      [uuids.station, 'SUPPORT'],
    ]);
    expect(proposal).toMatchObject({ firstReceiver: uuids.street, isUnclear: false, escalateTo: null });
  });

  test('goes to the county where no duty names anybody', async () => {
    expect(await lists.dispatchProposal(sql, { category: tree, divisionCodes: upwards, at })).toMatchObject({
      ...{ organisations: [], firstReceiver: null, isUnclear: true, unclearBecause: 'NOBODY_NAMED', escalateTo: '990101' },
    });
  });

  test('tells who must answer a whistle for a category of the whistle list, by the duty list, the lowest division first', async () => {
    await edition('WHISTLE', 1, '2026-02-01', [line()]);
    await edition('DUTY', 3, '2026-02-01', [
      line({ organisationUuid: uuids.station, divisionCode: '990101', task: '查处' }),
      line({ organisationUuid: uuids.street, divisionCode: '990101001', task: '协调', document: '示例' }),
      line({ organisationUuid: uuids.orchard, divisionCode: '990101001002', task: '别处' }),
    ]);
    const { whistle, editions } = await lists.dispatchProposal(sql, { category: bulb, divisionCodes: upwards, at });
    expect(whistle).toEqual({
      isListed: true,
      organisations: [
        { organisationUuid: uuids.street, divisionCode: '990101001', task: '协调', document: '示例' },
        { organisationUuid: uuids.station, divisionCode: '990101', task: '查处', document: null },
      ],
    });
    expect(editions).toEqual({ whistle: 1, duty: 3 });
    const unlisted = await lists.dispatchProposal(sql, { category: tree, divisionCodes: upwards, at });
    expect(unlisted.whistle).toEqual({ isListed: false, organisations: [] });
  });
});
