import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

import { readJsonBody } from '../../../src/gateway/http/read-body.js';

const requestOf = (...chunks: readonly Uint8Array[]): IncomingMessage =>
  Object.assign(Readable.from(chunks), { headers: { 'content-type': 'application/json' } }) as unknown as IncomingMessage;

const [before, after] = [Buffer.from('{"query":"{ __typename }","variables":{"name":"'), Buffer.from('"}}')];

describe('the body of a request', () => {
  test('is read where its characters are cut in two by the pieces that it comes in', async () => {
    const name = Buffer.from('景德镇');
    const body = await readJsonBody(requestOf(before, name.subarray(0, 4), name.subarray(4), after));
    expect(body).toMatchObject({ variables: { name: '景德镇' } });
  });

  test.each([
    ['text in GB18030', Buffer.from([0xbe, 0xb0, 0xb5, 0xc2, 0xd5, 0xf2])],
    ['a character cut short', Buffer.from('景').subarray(0, 2)],
    ['half a character in bytes (CESU-8)', Buffer.from([0xed, 0xa0, 0xbd])],
    ['a character in more bytes than it takes', Buffer.from([0xc0, 0xaf])],
  ])('is refused as a whole where it holds %s, instead of being read as U+FFFD', async (_what, bytes) => {
    await expect(readJsonBody(requestOf(before, bytes, after))).rejects.toMatchObject({ code: 'TEXT_INVALID' });
  });
});
