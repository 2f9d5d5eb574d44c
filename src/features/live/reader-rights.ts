import type { Principal } from '../../kernel/principal.js';

/** What of a principal decides which changes it may see; readers with equal rights may share cursors. */
export interface ReaderRights {
  readonly role: string;
  readonly department: string | null;
  /** Sorted. */
  readonly divisions: readonly string[];
}

/** The rights that a principal reads changes under. */
export function readerRights({ role, department, divisions }: Principal): ReaderRights {
  return { role, department, divisions: [...divisions].sort() };
}
