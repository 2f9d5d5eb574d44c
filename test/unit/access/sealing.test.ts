import { createCipheriv } from 'node:crypto';

import { aes256Gcm } from '../../../src/features/access/sealing/aes-256-gcm.js';
import { keyRingOf } from '../../../src/features/access/sealing/key-ring.js';
import type { SealedKey, SealedPart } from '../../../src/features/access/sealing/sealed-part.js';
import { Sealer } from '../../../src/features/access/sealing/sealer.js';
import { sm4CtrHmacSm3 } from '../../../src/features/access/sealing/sm4-ctr-hmac-sm3.js';
import { suites } from '../../../src/features/access/sealing/suites.js';

const key = Buffer.alloc(32, 'key');
const plain = Buffer.from('张三丰反映的问题');
const about = Buffer.from('about');
const flipped = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)));

describe.each([...suites.values()])('the suite $suite', (cipher) => {
  const sealed = cipher.seal(key, plain, about);

  test('opens what it sealed', () => {
    expect(cipher.open(key, sealed, about)).toEqual(plain);
  });

  test('says nothing twice: the same text is sealed differently each time', () => {
    expect(cipher.seal(key, plain, about)).not.toEqual(sealed);
    expect(sealed.includes(plain)).toBe(false);
  });

  test('refuses every single changed bit, whether of nonce, tag or text', () => {
    for (let at = 0; at < sealed.length; at += 1) expect(() => cipher.open(key, flipped(sealed, at), about)).toThrow();
  });

  test('refuses another key, another record and any part cut off', () => {
    expect(() => cipher.open(Buffer.alloc(32, 'other'), sealed, about)).toThrow();
    expect(() => cipher.open(key, sealed, Buffer.from('abou'))).toThrow();
    for (const length of [0, 10, 20, 40, sealed.length - 1]) expect(() => cipher.open(key, sealed.subarray(0, length), about)).toThrow();
  });
});

test('SM4 answers the example of GB/T 32907-2016, appendix A.1', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const sm4 = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  expect(sm4.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

const record: SealedKey = { kind: 'MATTER', key: 'XF-1' };
const part: SealedPart = { name: '张三丰', contact: '13800138000', idNumber: null, address: null, title: null, text: '屋顶漏水' };
const masters = { old: Buffer.alloc(32, 'old'), young: Buffer.alloc(32, 'young') };
const sealerOf = (keys: readonly Buffer[], office = 'petition', cipher = aes256Gcm) =>
  new Sealer({ office, keys: keyRingOf(office, keys), cipher });

describe('a sealed part', () => {
  const sealer = sealerOf([masters.old]);
  const envelope = sealer.seal(record, part);

  test('opens to what was sealed, and its envelope shows none of it', () => {
    expect(sealer.open(record, envelope)).toEqual(part);
    const bytes = [JSON.stringify(envelope), ...[envelope.body, envelope.wrappedKey].map((text) => Buffer.from(text, 'base64').toString())];
    expect(bytes.filter((text) => /张三丰|13800138000|屋顶漏水/.test(text))).toEqual([]);
  });

  test.each([
    ['of another record', () => sealer.open({ kind: 'MATTER', key: 'XF-2' }, envelope)],
    ['of another kind of record', () => sealer.open({ kind: 'REPORT', key: 'XF-1' }, envelope)],
    ['of another office with the same master key', () => sealerOf([masters.old], 'housing').open(record, envelope)],
    ['of another version', () => sealer.open(record, { ...envelope, version: 2 })],
    ['whose data key is another one’s', () => sealer.open(record, { ...envelope, wrappedKey: sealer.seal(record, part).wrappedKey })],
    ['of a suite that nobody knows', () => sealer.open(record, { ...envelope, suite: 'rot13' })],
    ['without the key that it was sealed with', () => sealerOf([masters.young]).open(record, envelope)],
  ])('is not opened as one %s', (_, open) => {
    expect(open).toThrow('A sealed part cannot be opened');
  });

  test('names its suite, so that text of both suites opens side by side', () => {
    const national = sealerOf([masters.old], 'petition', sm4CtrHmacSm3);
    const other = national.seal(record, part);
    expect([envelope.suite, other.suite]).toEqual(['aes-256-gcm', 'sm4-ctr-hmac-sm3']);
    expect([national.open(record, envelope), sealer.open(record, other)]).toEqual([part, part]);
  });
});

describe('a new sealing key', () => {
  const old = sealerOf([masters.old]);
  const both = sealerOf([masters.young, masters.old]);
  const envelope = old.seal(record, part);

  test('opens older parts while the older key stands behind it, and takes them over without touching their text', () => {
    expect(both.open(record, envelope)).toEqual(part);
    const taken = both.rewrap(record, envelope);
    expect(taken).toEqual({ ...envelope, keyId: both.currentKeyId, wrappedKey: expect.not.stringContaining(envelope.wrappedKey) });
    expect(sealerOf([masters.young]).open(record, taken)).toEqual(part);
    expect(both.rewrap(record, taken)).toBe(taken);
  });

  test('leaves fingerprints and opaque ids as they were, for as long as the oldest key is kept', () => {
    expect(both.fingerprint(part)).toBe(old.fingerprint(part));
    expect(both.opaqueId(['XF-1'])).toBe(old.opaqueId(['XF-1']));
    expect(sealerOf([masters.young]).fingerprint(part)).not.toBe(old.fingerprint(part));
  });

  test('makes uuids of version 8 that differ from office to office', () => {
    expect(old.opaqueId(['XF-1'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(old.opaqueId(['XF-1'])).not.toBe(sealerOf([masters.old], 'housing').opaqueId(['XF-1']));
  });
});
