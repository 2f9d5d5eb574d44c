import { openToken, signToken } from '../../../src/kernel/signed-token.js';

const secret = 'a secret of the city, kept';
const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);

describe('a signed token', () => {
  test('opens to the bytes that were signed', () => {
    expect(openToken(secret, 'page', signToken(secret, 'page', bytes))).toEqual(bytes);
    expect(openToken(secret, 'page', signToken(secret, 'page', new Uint8Array()))).toEqual(Buffer.alloc(0));
  });

  test('stays shut for another secret and for another purpose', () => {
    const token = signToken(secret, 'page', bytes);

    expect(openToken('another secret of the city', 'page', token)).toBeNull();
    expect(openToken(secret, 'event', token)).toBeNull();
  });

  test('stays shut after any change of any one character', () => {
    const token = signToken(secret, 'page', bytes);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n';
    const opened = [...token].flatMap((was, at) =>
      [...alphabet].filter(
        (letter) => letter !== was && openToken(secret, 'page', token.slice(0, at) + letter + token.slice(at + 1)) !== null,
      ),
    );

    expect(opened).toEqual([]);
  });

  test.each([
    '',
    'A',
    'not a token',
    '=',
    `${signToken(secret, 'page', bytes)}=`,
    ` ${signToken(secret, 'page', bytes)}`,
    '网格',
    'A'.repeat(100_000),
  ])('stays shut for a text that was never signed (%#)', (text) => {
    expect(openToken(secret, 'page', text)).toBeNull();
  });

  test('is not made with a secret that could be guessed', () => {
    expect(() => signToken('short', 'page', bytes)).toThrow('at least 16 bytes, this one has 5');
  });
});
