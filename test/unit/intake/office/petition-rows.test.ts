import { petition } from '../../../../src/departments/petition/index.js';
import { MatterJudgement } from '../../../../src/features/intake/office/matter-judgement.js';
import { rowsOfObjects } from '../../../../src/features/intake/push/object-rows.js';
import type { MatterRecord } from '../../../../src/features/intake/records.js';
import { judgeRows } from '../../../../src/features/intake/rows/judge-rows.js';
import { layouts, withColumns } from '../../../../src/features/intake/rows/layouts.js';
import { Once } from '../../../../src/features/intake/rows/once.js';
import { testSeal } from '../../../support/access/test-seal.js';
import { aRegister, aTally, bureau } from '../../../support/intake/a-register.js';

const given = {
  ...{ standard: 'sample', kind: '事项', category: '01', title: '来信', source: '居民', state: '已上报', keeper: bureau },
  ...{ reported_at: '2026-02-01T10:00:00', petition_form: '来信', purpose_code: '03' },
};

/** Judges petitions as the office's own system sends them, with Chinese words; `shiftDays` moves them. */
async function judged(rows: readonly object[], shiftDays = 0) {
  const { tally, refused } = aTally();
  const terms = { register: aRegister(shiftDays), department: petition, hasUnit: () => false, sealer: testSeal('petition').sealer };
  const judging = new MatterJudgement(terms, new Once());
  const objects = rows.map((one, place) => ({ local_id: `XF-${place + 1}`, ...given, ...one }));
  const layout = withColumns(layouts.matters, petition.matterFields!.fields);
  const read = rowsOfObjects(objects, { areDrawn: false }).rows({ path: 'matters.csv', format: 'csv' }, layout);
  const accepted: MatterRecord[] = [];
  for await (const batch of judgeRows(read, { ...judging.rules, tally, file: 'matters.csv' })) accepted.push(...batch);
  await tally.flush();
  return { accepted, refused, atHome: judging.takeAtHome(), keptHome: judging.keptHome, counts: tally.counts };
}

describe('a row of the petition register', () => {
  test('that breaks a rule of its office shows its field and the rule, and neither value nor place', async () => {
    const { refused, atHome } = await judged([{ handle_by: '2026-01-01', registered_on: '2026-02-01' }]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ field: 'handle_by', value: null, rowNumber: null });
    expect(refused[0]!.rule).toMatch(/^DATE_INVALID: expected registration/);
    expect(atHome).toEqual([]);
  });

  test.each([{ purpose_code: '02' }, { route: '检举控告' }, { route: 'ACCUSATION' }, { route: 'ACCUSATION ' }])(
    'that may be an accusation (%j) breaks a rule at home, where nobody else hears of it',
    async (accusing) => {
      const { refused, atHome, keptHome, counts } = await judged([{ handle_by: '2026-01-01', registered_on: '2026-02-01', ...accusing }]);
      expect(refused).toEqual([]);
      expect(counts).toEqual({ read: 0, accepted: 0, quarantined: 0 });
      expect(atHome.map(({ field, value }) => [field, value])).toEqual([['handle_by', null]]);
      expect([...keptHome]).toEqual(['XF-1']);
    },
  );

  test.each([' 检举控告', '检举控告　', 'accusation'])('stays at home with a way that can almost be read, %j', async (route) => {
    const { refused, atHome, keptHome, counts } = await judged([{ route }]);
    expect([refused, counts.read, atHome.map(({ field }) => field), [...keptHome]]).toEqual([[], 0, ['route'], ['XF-1']]);
  });

  test('on the way of accusations stays home though its purpose says otherwise', async () => {
    const { accepted, counts } = await judged([{ route: '检举控告' }, { route: '仲裁' }]);
    expect(accepted.map(({ staysHome }) => staysHome)).toEqual([true, false]);
    expect(counts.accepted).toBe(1);
  });

  test('A61: with a wrong identity number is taken as any other; nothing outside the sealed part tells of it', async () => {
    const right = await judged([{ petitioner_id_number: '11010519491231002x' }]);
    const wrong = await judged([{ petitioner_id_number: '110105194912310021' }]);
    expect([right.accepted[0]!.sealedPart!.idNumber, wrong.accepted[0]!.sealedPart!.idNumber]).toEqual([
      '11010519491231002X',
      '110105194912310021',
    ]);
    const outside = ({ accepted, refused, counts }: Awaited<ReturnType<typeof judged>>): unknown => {
      const matter = { ...accepted[0]!, sealedPart: null, contentHash: '' };
      return { matter, refused, counts };
    };
    expect(outside(wrong)).toEqual(outside(right));
    expect(JSON.stringify(outside(wrong))).not.toContain('110105');
  });

  test('has its dates moved with it where a pack is moved to another day', async () => {
    const { accepted } = await judged([{ registered_on: '2026-02-01', referred_on: '2026-02-10' }], 10);
    expect(accepted[0]!.own).toMatchObject({ registered_on: '2026-02-11', referred_on: '2026-02-20' });
    expect(accepted[0]!.reportedAt.toISOString()).toBe('2026-02-11T02:00:00.000Z');
  });
});
