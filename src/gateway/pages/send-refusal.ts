import type { ServerResponse } from 'node:http';

import { headersOfEveryFile } from './security-headers.js';

/** Why no file is sent. */
export interface PageRefusal {
  readonly status: 404 | 405 | 503;
  /** What came and what to do, in Chinese and English, one line each. Never a path of the machine. */
  readonly lines: readonly [zh: string, en: string];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The page has no build: the platform runs, only this page is missing. */
export const notBuilt: PageRefusal = {
  status: 503,
  lines: [
    '此页面尚未构建：请运行 npm run build，然后刷新。接口 /graphql 不受影响。',
    'This page is not built yet: run npm run build, then reload. The API at /graphql is not affected.',
  ],
};

/** Nothing of that name is in the build. */
export const notFound: PageRefusal = {
  status: 404,
  lines: ['没有这个页面文件；首页在 /。', 'There is no such page file; the start page is at /.'],
};

/** Pages can only be read. */
export const onlyReadable: PageRefusal = {
  status: 405,
  lines: ['页面只接受 GET 与 HEAD 请求。', 'Pages take GET and HEAD requests only.'],
  headers: { Allow: 'GET, HEAD' },
};

/** Answers with a short plain text in both languages. */
export function sendRefusal(refusal: PageRefusal, response: ServerResponse): void {
  const body = Buffer.from(`${refusal.lines.join('\n')}\n`, 'utf8');
  response.writeHead(refusal.status, {
    ...headersOfEveryFile,
    ...refusal.headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  // Node leaves the body out by itself when the request is HEAD.
  response.end(body);
}
