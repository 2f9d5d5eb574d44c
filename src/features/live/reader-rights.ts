import type { Scope } from '../../kernel/scope.js';

/** What of a scope cursors of streams are bound to: readers who see the same may share them, nobody else. */
export function readerRights({ key }: Scope): string {
  return key;
}
