import { drawKey, readKey, writeKey } from '../../../../src/features/access/credentials/key-text.js';
import { hashOfSecret, isSecretOf, secretDigests } from '../../../../src/features/access/credentials/secret-hash.js';

describe('the hash of a secret', () => {
  test.each(secretDigests)('by %s knows its secret and no other', (digest) => {
    const kept = hashOfSecret('a secret', digest);
    expect([isSecretOf('a secret', kept), isSecretOf('a secret ', kept), isSecretOf('', kept)]).toEqual([true, false, false]);
  });

  test('is the one of the standards', () => {
    expect(hashOfSecret('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashOfSecret('abc', 'sm3')).toBe('sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  test('by a digest that nobody knows belongs to no secret', () => {
    expect(isSecretOf('abc', 'md5:900150983cd24fb0d6963f7d28e17f72')).toBe(false);
  });
});

test('a key is read as it was written, and nothing else is a key', () => {
  const drawn = Array.from({ length: 1_000 }, drawKey);
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(1_000);
  for (const key of drawn) expect(readKey(writeKey(key))).toEqual(key);
  for (const text of ['', 'key_', 'key_a_b', `${writeKey(drawn[0]!)}=`, writeKey(drawn[0]!).toUpperCase()])
    expect(readKey(text)).toBeNull();
});
