import { type Act, actOnce, type ActParts } from '../../../src/features/access/act-once.js';
import type { Authority } from '../../../src/features/access/authority.js';
import { demoAnalyst } from '../../../src/features/access/credentials/demo-analyst.js';
import type { Sql } from '../../../src/kernel/sql.js';

const noSql: Sql = { query: () => Promise.reject(new Error('No database stands behind this fake.')) };
const act: Act = {
  principal: demoAnalyst('360200'),
  requestId: 'r-1',
  name: 'declareCategoryLink',
  idempotencyKey: 'k-1',
  input: { code: '0110' },
};

/** Parts that write down what they are asked, and know the answers of earlier keys. */
function partsWith(authority: Authority, earlier: Readonly<Record<string, string>> | null = null) {
  const written: string[] = [];
  const parts: ActParts = {
    authority,
    inTransaction: (work) => work(noSql),
    audit: {
      record: async (_, { act: name, what }) => void written.push(`audit ${name} ${JSON.stringify(what)}`),
      write: () => Promise.reject(new Error('An act is written in its own transaction.')),
    },
    idempotency: {
      claim: async (_, { key, input }) => (written.push(`claim ${key} ${JSON.stringify(input)}`), earlier),
      keep: async (_, { key }, answer) => void written.push(`keep ${key} ${JSON.stringify(answer)}`),
    },
  };
  return { parts, written };
}

const everybody: Authority = { mayDecide: () => true };

test('a first act takes effect and is kept and audited with the ids that it answered', async () => {
  const { parts, written } = partsWith(everybody);
  expect(await actOnce(act, parts, () => Promise.resolve({ link: 'l-1' }))).toEqual({ ids: { link: 'l-1' }, idempotentReplay: false });
  expect(written).toEqual([
    'claim k-1 ["declareCategoryLink",{"code":"0110"}]',
    'audit declareCategoryLink {"link":"l-1"}',
    'keep k-1 {"link":"l-1"}',
  ]);
});

test('a repeated act is answered as before and does nothing', async () => {
  const { parts, written } = partsWith(everybody, { link: 'l-1' });
  const effect = jest.fn<Promise<{ link: string }>, []>();
  expect(await actOnce(act, parts, effect)).toEqual({ ids: { link: 'l-1' }, idempotentReplay: true });
  expect(effect).not.toHaveBeenCalled();
  expect(written).toHaveLength(1);
});

test('who may not decide for the city does nothing at all', async () => {
  const { parts, written } = partsWith({ mayDecide: () => false });
  await expect(actOnce(act, parts, () => Promise.resolve({ link: 'l-1' }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(written).toEqual([]);
});
