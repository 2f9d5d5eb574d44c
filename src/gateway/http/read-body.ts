import type { IncomingMessage } from 'node:http';

import { CityError } from '../../kernel/city-error.js';
import { wireLimits } from '../limits/limit-table.js';
import { graphqlBody } from './graphql-body.js';

const largestBody = wireLimits.bodyBytes;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. Throws `FILE_TOO_LARGE` beyond 2 MiB, `ENCODING_UNDETECTED` for a charset other than UTF-8, `TEXT_INVALID` for bytes that
 * are no UTF-8 and `BAD_USER_INPUT` for what is not one GraphQL request in JSON.
 */
export async function readJsonBody(request: IncomingMessage): Promise<object> {
  const type = request.headers['content-type'] ?? '';
  // Any other type can be sent by a page of another origin without being asked first.
  if (type.split(';', 1)[0]!.trim().toLowerCase() !== 'application/json') throw wrongType(type);
  const charset = /charset=\s*"?([\w-]+)/i.exec(type)?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') throw wrongCharset(charset);
  if (request.headers['content-encoding'] !== undefined) throw encoded(request.headers['content-encoding']);
  const text = await readText(request);
  return graphqlBody(parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `Expected a JSON body, got ${text.length === 0 ? 'an empty one' : 'text that is no JSON'}.`,
      messageZh: `请求体应为 JSON，收到${text.length === 0 ? '空内容' : '无法解析的文本'}。`,
      hint: 'Send {"query": "…", "variables": {…}} as application/json.',
      cause,
    });
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw tooLarge();
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
}

/** A wrong byte would else become U+FFFD in silence, and be stored as what the caller said. */
function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new CityError({
      code: 'TEXT_INVALID',
      message: 'Expected a body in UTF-8, got bytes that are none.',
      messageZh: '请求体应为 UTF-8 编码，收到无法解码的字节。',
      hint: 'Text in GBK or GB18030 must be converted before it is sent. GBK、GB18030 文本请先转换编码再发送。',
      cause,
    });
  }
}

function tooLarge(): CityError {
  return new CityError({
    code: 'FILE_TOO_LARGE',
    message: `Expected a body of at most ${largestBody} bytes, got more.`,
    messageZh: `请求体至多 ${largestBody} 字节，收到更多。`,
    hint: 'Send variables in several requests.',
  });
}

function wrongType(type: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a body of type application/json, got ${JSON.stringify(type.slice(0, 80))}.`,
    messageZh: `请求体类型应为 application/json，收到 ${JSON.stringify(type.slice(0, 80))}。`,
    hint: 'Send {"query": "…", "variables": {…}} as application/json.',
  });
}

function wrongCharset(charset: string): CityError {
  return new CityError({
    code: 'ENCODING_UNDETECTED',
    message: `Expected a body in UTF-8, got charset ${JSON.stringify(charset)}.`,
    messageZh: `请求体应为 UTF-8 编码，收到 ${JSON.stringify(charset)}。`,
  });
}

function encoded(encoding: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a plain body, got content-encoding ${JSON.stringify(encoding)}.`,
    messageZh: `请求体不应压缩，收到 content-encoding ${JSON.stringify(encoding)}。`,
  });
}
