import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { HeadChecker, HeadSigner } from './head-signer.js';
import type { ChainHead } from './link-batch.js';

/** What a file of exported heads says. */
export interface HeadFileBody {
  readonly version: 1;
  /** Dense from 1 within a folder. */
  readonly serial: number;
  readonly exportedAt: string;
  /** The file before it and SHA-256 of its bytes (hex); null for the first. */
  readonly previous: { readonly file: string; readonly sha256: string } | null;
  /** Which key signed it, see `HeadSigner`. */
  readonly keyId: string;
  /** The heads that moved since the file before it; all of them in the first. */
  readonly heads: readonly ChainHead[];
  /** What waited to be chained when it was written. */
  readonly unchained: number;
}

/** A file of exported heads as it lies in the folder. */
export interface HeadFile {
  readonly name: string;
  readonly text: string;
}

const namePattern = /^heads-(\d{8})-\d{8}T\d{6}Z\.json$/;

/** The serial that a file name says; null for what is no file of heads. */
export function serialOf(name: string): number | null {
  const digits = namePattern.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Writes and signs the file that follows `previous`. */
export function composeHeadFile(
  said: Pick<HeadFileBody, 'heads' | 'unchained'> & { readonly at: Date },
  previous: HeadFile | null,
  signer: HeadSigner,
): HeadFile {
  const serial = (previous === null ? 0 : (serialOf(previous.name) ?? 0)) + 1;
  const exportedAt = said.at.toISOString();
  const body: HeadFileBody = {
    version: 1,
    serial,
    exportedAt,
    previous: previous && { file: previous.name, sha256: sha256(previous.text) },
    keyId: signer.keyId,
    heads: said.heads,
    unchained: said.unchained,
  };
  const name = `heads-${String(serial).padStart(8, '0')}-${exportedAt.replaceAll(/[-:]|\.\d+/g, '')}.json`;
  return { name, text: `${JSON.stringify({ body, signature: signer.sign(canonicalize(body)!) })}\n` };
}

/** Reads a file behind the one before it (null for the first there is); answers its body, or in one sentence what is wrong with it. */
export function checkHeadFile(file: HeadFile, previous: HeadFile | null, checker: HeadChecker): HeadFileBody | string {
  const parsed = parsedFile(file.text);
  if (parsed === null) return `${file.name} is no file of heads`;
  const { body, signature } = parsed;
  if (body.keyId !== checker.keyId) return `${file.name} names key ${body.keyId.slice(0, 16)}…, expected ${checker.keyId.slice(0, 16)}…`;
  if (!checker.holds(canonicalize(body)!, signature)) return `${file.name} is not signed by the key that it names`;
  if (body.serial !== serialOf(file.name)) return `${file.name} says that it is number ${body.serial}`;
  if ((body.previous?.file ?? null) !== (previous?.name ?? null)) {
    return `${file.name} follows ${body.previous?.file ?? 'no file'}, but ${previous?.name ?? 'no file'} lies before it`;
  }
  if (previous && body.previous?.sha256 !== sha256(previous.text)) return `${previous.name} is not what ${file.name} followed`;
  return body;
}

function parsedFile(text: string): { readonly body: HeadFileBody; readonly signature: string } | null {
  try {
    const { body, signature } = JSON.parse(text) as { readonly body: HeadFileBody; readonly signature: string };
    const isWhole = typeof signature === 'string' && typeof body.keyId === 'string' && Array.isArray(body.heads);
    return isWhole ? { body, signature } : null;
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
