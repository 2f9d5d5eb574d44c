import type { Clock } from '../../kernel/clock.js';
import type { FrontDatabase } from '../front-database.js';
import { SourceGuard } from './source-guard.js';

/** A guard for the front database of each office, by the office's key; each office fails by itself. */
export function guardSources(
  fronts: ReadonlyMap<string, FrontDatabase>,
  settings: { readonly clock: Clock; readonly timeoutMs: number },
): ReadonlyMap<string, SourceGuard> {
  return new Map([...fronts].map(([key, database]) => [key, new SourceGuard({ database, ...settings })]));
}
