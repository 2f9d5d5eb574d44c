import type { Clock } from '../../../kernel/clock.js';
import type { Scope } from '../../../kernel/scope.js';
import type { MatterReadModel } from '../../matters/index.js';
import type { DueReader } from '../ports.js';
import type { DueMatter, DueRow, DueWish } from './due-matter.js';

/** A page of the board and whether more follow. */
export interface DuePage {
  readonly items: readonly DueMatter[];
  readonly hasMore: boolean;
}

/** Answers the open matters with a red or yellow light, by deadline. */
export class DueBoard {
  constructor(private readonly parts: { readonly due: DueReader; readonly matters: MatterReadModel; readonly clock: Clock }) {}

  async page(scope: Scope, wish: Omit<DueWish, 'now'>): Promise<DuePage> {
    const now = this.parts.clock.now();
    const rows = await this.parts.due.page(scope, { ...wish, now });
    const shown = rows.slice(0, wish.first);
    const matters = await this.parts.matters.byUuid(
      scope,
      shown.map(({ uuid }) => uuid),
    );
    // What was closed or taken away between the two readings has no place on the board any more.
    const items = shown.flatMap((row, place) => (matters[place] == null ? [] : [dueMatterOf(row, matters[place], now)]));
    return { items, hasMore: rows.length > wish.first };
  }

  /** Counts up to `cap` and then stops; the answer is `cap + 1` when there are more. */
  count(scope: Scope, query: DueWish['query'], cap: number): Promise<number> {
    return this.parts.due.count(scope, { query, now: this.parts.clock.now(), cap });
  }
}

function dueMatterOf({ dueAt, clock }: DueRow, matter: DueMatter['matter'], now: Date): DueMatter {
  const secondsLeft = Math.round((dueAt.getTime() - now.getTime()) / 1_000);
  return { matter, dueAt, clock, secondsLeft, light: dueAt < now ? 'RED' : 'YELLOW' };
}
