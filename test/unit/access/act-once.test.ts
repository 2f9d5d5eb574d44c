import { type Act, actOnce, type ActParts, type Concerning } from '../../../src/features/access/act-once.js';
import type { Authority, Concern } from '../../../src/features/access/authority.js';
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
    inTransaction: async (work, closing) => {
      const result = await work(noSql);
      await closing?.(noSql, result);
      return result;
    },
    audit: {
      record: async (_, { act: name, what }) => void written.push(`audit ${name} ${JSON.stringify(what)}`),
      write: async ({ act: name, outcome, what }) => void written.push(`${outcome} ${name} ${JSON.stringify(what)}`),
    },
    idempotency: {
      claim: async (_, { key, input }) => (written.push(`claim ${key} ${JSON.stringify(input)}`), earlier),
      keep: async (_, { key }, answer) => void written.push(`keep ${key} ${JSON.stringify(answer)}`),
    },
  };
  return { parts, written };
}

const everybody: Authority = { mayEver: () => true, mayDecide: () => true };
const about: Concern = { owners: ['PETITION'], divisions: ['360203'] };
const linked = async (_: Sql, concerning: Concerning) => (concerning(about), { link: 'l-1' });

test('a first act takes effect and is kept and audited with the ids that it answered', async () => {
  const { parts, written } = partsWith(everybody);
  expect(await actOnce(act, parts, linked)).toEqual({ ids: { link: 'l-1' }, idempotentReplay: false });
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

test('who may never do it does nothing at all, and that is audited', async () => {
  const { parts, written } = partsWith({ ...everybody, mayEver: () => false });
  await expect(actOnce(act, parts, linked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(written).toEqual(['REFUSED declareCategoryLink {"code":"FORBIDDEN"}']);
});

test('who may not do it about this is refused before anything is written, and that is audited', async () => {
  const asked = jest.fn((): boolean => false);
  const { parts, written } = partsWith({ ...everybody, mayDecide: asked });
  await expect(actOnce(act, parts, linked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(asked).toHaveBeenCalledWith(act.principal, 'DECLARE', about);
  expect(written.slice(1)).toEqual(['REFUSED declareCategoryLink {"code":"FORBIDDEN"}']);
});

test('an effect that does not say what it concerns does not stand', async () => {
  const { parts, written } = partsWith(everybody);
  await expect(actOnce(act, parts, () => Promise.resolve({ link: 'l-1' }))).rejects.toThrow('without saying what it concerns');
  expect(written).toHaveLength(1);
});

test('a failure of our own is no refusal', async () => {
  const { parts, written } = partsWith(everybody);
  await expect(actOnce(act, parts, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(written).toHaveLength(1);
});
