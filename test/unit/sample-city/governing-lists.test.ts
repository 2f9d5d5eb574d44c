import { admissionBy } from '../../../src/features/catalogue/admission.js';
import { proposalBy } from '../../../src/features/catalogue/dispatch-proposal.js';
import type { ListInForce, ListKind } from '../../../src/features/catalogue/list.js';
import { packRows, type Row } from '../../support/sample-city/sample-pack.js';

const lines = packRows('lists.csv');
const standard = 'GB/T 47678.5-2026';
const nameOf = new Map(packRows('organisations.csv').map(({ code, name }) => [code, name!]));

/** The lines of an edition that speak of a category or of its class. */
function listOf(kind: ListKind, edition: number, categories: readonly string[]): ListInForce {
  const mine = lines.filter((row) => row['list'] === kind && row['edition'] === String(edition) && row['standard'] === standard);
  const items = categories.flatMap((code, nearness) =>
    mine.filter(({ category }) => category === code).map((row) => itemOf(row, nearness)),
  );
  return { kind, number: edition, items };
}

const itemOf = (row: Row, nearness: number): ListInForce['items'][number] => ({
  ...{ uuid: '', nearness, category: { standard, kind: 'MATTER', code: row['category']! }, document: null },
  ...{ divisionCode: row['division'] || null, organisationUuid: row['organisation'] || null, task: row['task']! },
  ...{ temporary: row['temporary'] === 'true', validFrom: row['valid_from']!, validTo: row['valid_to'] || null },
});

describe('the lists of the sample city', () => {
  test('let cooking fumes be answered on three levels: by the community, the street and the county’s ecology', () => {
    const fumes = ['06027', '06'];
    const community = lines.find(({ list, division }) => list === 'DUTY' && division!.startsWith('360203') && division!.length === 12)!;
    const divisionCodes = [community['division']!, community['division']!.slice(0, 9), '360203', '360200'];
    const { whistle } = proposalBy({
      ...{ at: '2026-06-01', divisionCodes, duties: [], county: '360203' },
      ...{ whistle: listOf('WHISTLE', 1, fumes), dutyList: listOf('DUTY', 1, fumes) },
    });
    const named = whistle.organisations.map(({ organisationUuid }) => nameOf.get(organisationUuid)!);
    expect(named).toEqual([
      expect.stringMatching(/居委会$|居民委员会$/),
      expect.stringMatching(/办事处$|人民政府$/),
      '珠山区生态环境局',
      '珠山区城市管理局',
    ]);
    expect(admissionBy(listOf('ADMISSION', 2, fumes))).toEqual({ standing: 'ADMITTED', edition: 2, until: null });
  });

  test('leave works to the second edition, and other matters to nobody', () => {
    const standing = (edition: number, ...codes: readonly string[]) => admissionBy(listOf('ADMISSION', edition, codes)).standing;
    expect([standing(1, '08001', '08'), standing(2, '08001', '08'), standing(2, '10001', '10')]).toEqual([
      ...['NOT_LISTED', 'ADMITTED', 'NOT_LISTED'],
    ]);
  });

  test('are examples, and say so', () => {
    expect(lines.filter((row) => !row['published_by']!.startsWith('示例'))).toEqual([]);
    expect(packRows('forms.csv').filter((row) => !row['document']!.startsWith('示例'))).toEqual([]);
  });
});
