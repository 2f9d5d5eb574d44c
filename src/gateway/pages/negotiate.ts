import { type BuiltFile, type Encoding, encodings } from './built-file.js';

/** The best form of `file` that the client takes by its `Accept-Encoding`; `identity` where it names none that exists. */
export function chooseEncoding(file: BuiltFile, acceptEncoding: string | undefined): Encoding | 'identity' {
  const accepted = acceptedEncodings(acceptEncoding ?? '');
  return encodings.find(({ name }) => file.sizes.has(name) && accepted.has(name))?.name ?? 'identity';
}

function acceptedEncodings(header: string): ReadonlySet<string> {
  const offers = header.split(',').map((offer) =>
    offer
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/),
  );
  return new Set(offers.filter(([, quality]) => quality === undefined || Number(quality) > 0).map(([name]) => name ?? ''));
}

/** Whether the client already holds the form that `etag` names, by its `If-None-Match`. */
export function holdsAlready(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const held = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}
