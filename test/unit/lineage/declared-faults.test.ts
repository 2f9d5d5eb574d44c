import { demoAnalyst } from '../../../src/features/access/index.js';
import { checkedFaults } from '../../../src/features/lineage/declared-faults.js';
import { Redrawing, type RedrawingParts } from '../../../src/features/lineage/redrawing.js';

const parts = {
  authority: { mayEver: () => true, mayDecide: () => true },
  inTransaction: (work) => work({ query: () => Promise.reject(new Error('No database stands behind this fake.')) }),
  audit: { record: () => Promise.resolve(), write: () => Promise.resolve() },
  idempotency: { claim: () => Promise.resolve(null), keep: () => Promise.resolve() },
} satisfies Pick<RedrawingParts, 'authority' | 'inTransaction' | 'audit' | 'idempotency'>;

const none = { gaps: null, overlaps: null, beyond: null };

describe('the reason why ground is left over on purpose', () => {
  test('is kept without the blanks around it, and what is not declared stays so', () => {
    expect(checkedFaults({ ...none, gaps: ' 河道 ' })).toEqual({ ...none, gaps: '河道' });
  });

  test.each(['', '  ', '长'.repeat(501)])('that says nothing or too much is refused: %j', (text) => {
    expect(() => checkedFaults({ ...none, overlaps: text })).toThrow(/declaredOverlaps: expected a reason/);
  });

  test('is asked for before a redraw is looked at', async () => {
    const proposal = {
      ...{ idempotencyKey: 'k', document: '文', organisation: '1', role: '主任', layerKey: 'office/unit', effectiveFrom: '2030-01-01' },
      ...{ ends: ['1'], begins: [], declared: { ...none, gaps: '' } },
    };
    const redrawing = new Redrawing(parts as unknown as RedrawingParts);
    const proposed = async () => redrawing.propose(proposal, { principal: demoAnalyst('360200'), requestId: 'r' });
    await expect(proposed()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
