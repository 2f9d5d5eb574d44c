import type { Scope } from '../../kernel/scope.js';
import type { LiveSource } from './live-source.js';

/** A stream of some kind of changes as it is asked for. */
export interface StreamWish<Conditions> {
  readonly conditions: Conditions;
  /** Where to go on; null begins from now. */
  readonly after: string | null;
  /** What the reader may see by now, asked again before each delivery: rights that end while a stream lives end in it at once. */
  readonly scope: () => Scope;
}

/** Opens streams of one kind of changes. */
export interface EventStreams<Conditions, Told> {
  /**
   * Opens one, as `MatterStreams` opens those of matters.
   * Throws `CURSOR_INVALID` for a cursor that is forged or of other conditions or rights, `BAD_USER_INPUT` for impossible conditions.
   */
  open(wish: StreamWish<Conditions>): Promise<LiveSource<Told>>;
}
