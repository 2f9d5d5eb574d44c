import { rememberedMs, RememberedTokens } from '../../../../src/features/access/credentials/remembered-tokens.js';
import { CityError } from '../../../../src/kernel/city-error.js';
import { aPrincipal } from '../../../support/access/a-principal.js';

const start = new Date('2026-06-30T00:00:00Z').getTime();
const from = { address: '127.0.0.1' };

/** A memory over a checker that notes what it is asked, and believes the tokens that are good just then. */
function aMemory(expiresInMs: number) {
  let now = start;
  const asked: string[] = [];
  const good = new Set(['a', 'b']);
  const checker = {
    principalOf: (token: string) => {
      asked.push(token);
      if (!good.has(token)) throw new CityError({ code: 'UNAUTHENTICATED', message: 'bad' });
      const credential = { kind: 'TOKEN', id: token, expiresAt: new Date(start + expiresInMs) } as const;
      return Promise.resolve(aPrincipal(['360200'], { subject: token, credential }));
    },
  };
  const memory = new RememberedTokens(checker, { now: () => new Date(now) });
  return { memory, asked, good, pass: (ms: number) => (now += ms) };
}

describe('a token that was found good', () => {
  test('is believed for a few seconds, and looked at again after them', async () => {
    const { memory, asked, good, pass } = aMemory(3_600_000);
    await memory.principalOf('a', from);
    pass(rememberedMs - 1);
    expect((await memory.principalOf('a', from)).subject).toBe('a');
    expect(asked).toEqual(['a']);
    good.delete('a');
    pass(1);
    await expect(memory.principalOf('a', from)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is believed no longer than it lives', async () => {
    const { memory, asked, pass } = aMemory(1_000);
    await memory.principalOf('a', from);
    pass(1_000);
    await memory.principalOf('a', from);
    expect(asked).toEqual(['a', 'a']);
  });

  test('lends its bearer to no other token, and a bad one is looked at each time', async () => {
    const { memory, asked } = aMemory(3_600_000);
    expect([(await memory.principalOf('a', from)).subject, (await memory.principalOf('b', from)).subject]).toEqual(['a', 'b']);
    for (let time = 0; time < 2; time++) await expect(memory.principalOf('c', from)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toEqual(['a', 'b', 'c', 'c']);
  });
});
