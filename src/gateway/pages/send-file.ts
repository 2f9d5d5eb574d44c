import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { type BuiltFile, type Encoding, encodings } from './built-file.js';
import { chooseEncoding, holdsAlready } from './negotiate.js';
import { headersOfEveryFile, headersOfPages } from './security-headers.js';

/** Answers with `file` in the best form that the client takes: 200, or 304 where it holds that form already. */
export async function sendFile(file: BuiltFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const encoding = chooseEncoding(file, request.headers['accept-encoding']);
  const etag = `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  setHeaders(file, { etag, response });
  if (holdsAlready(etag, request.headers['if-none-match'])) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': file.contentType, 'Content-Length': file.sizes.get(encoding) });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await stream(locationOf(file, encoding), response);
}

function setHeaders(file: BuiltFile, to: { readonly etag: string; readonly response: ServerResponse }): void {
  const headers = { ...headersOfEveryFile, ...(file.contentType.startsWith('text/html') ? headersOfPages : {}) };
  for (const [name, value] of Object.entries(headers)) to.response.setHeader(name, value);
  to.response.setHeader('ETag', to.etag);
  to.response.setHeader('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (file.sizes.size > 1) to.response.setHeader('Vary', 'Accept-Encoding');
}

function locationOf(file: BuiltFile, encoding: Encoding | 'identity'): string {
  return file.location + (encodings.find(({ name }) => name === encoding)?.suffix ?? '');
}

async function stream(location: string, response: ServerResponse): Promise<void> {
  try {
    await pipeline(createReadStream(location), response);
  } catch {
    // The head is out: a client that left, or a file that a new build took away, can only be told by closing.
    response.destroy();
  }
}
