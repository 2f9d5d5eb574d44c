import type { IncomingMessage } from 'node:http';

/** Whether a connection comes from one of our own pages, which a browser names, or from a program, which names none and sends no cookies either. */
export function isOwnOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.origin === undefined) return headers.cookie === undefined;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

/**
 * Whether a request comes from no foreign page, its method being one that browsers name no origin with: then they say how the page stands
 * to us (`Sec-Fetch-Site`), and where that is said, cookies of ours beside it tell nothing.
 */
export function isFromNoForeignPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (headers.origin !== undefined || site === undefined) return isOwnOrigin({ headers });
  return site === 'same-origin' || site === 'none';
}
