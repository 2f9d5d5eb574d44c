import { basename, extname } from 'node:path';

import { fileLimits } from './file-limits.js';

// Control characters, invisible and direction-changing ones, line separators, and what lists, shells and paths are told by.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs};"'`\\/<>|:*?]/gu;

/**
 * The name of a file as messages, records and tables show it: the last part of its path, every character that could forge a
 * line, a list or a direction of writing replaced by `_`, at most {@link fileLimits.nameCharacters} with the ending kept.
 */
export function displayName(path: string): string {
  const name = safe(basename(path));
  if (name === '') return 'file';
  const characters = [...name];
  if (characters.length <= fileLimits.nameCharacters) return name;
  const ending = [...extname(name)].slice(0, 12);
  return [...characters.slice(0, fileLimits.nameCharacters - ending.length - 1), '…', ...ending].join('');
}

/** A path within an archive as messages show it, its slashes kept. */
export function printable(path: string): string {
  const parts = path.split('/').map(safe).join('/');
  return parts.length <= fileLimits.nameCharacters ? parts : `…${parts.slice(-fileLimits.nameCharacters).toWellFormed()}`;
}

function safe(name: string): string {
  return name.toWellFormed().normalize('NFC').replace(unsafe, '_').trim();
}
