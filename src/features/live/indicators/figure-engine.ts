import type { Clock } from '../../../kernel/clock.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { Log } from '../../../kernel/log.js';
import type { Scope } from '../../../kernel/scope.js';
import type { IndicatorBook, IndicatorWish } from '../../statistics/index.js';
import { isUpTo, type LogPoint } from '../live-source.js';
import type { ChangeFeed, ChangeFollower } from '../ports.js';
import type { Ticker } from '../ticker.js';
import { KeptFigures } from './kept-figures.js';
import { LeisureReading } from './leisure-reading.js';
import { ReadingPace } from './reading-pace.js';

/** Milliseconds between two looks at what changes by time: lights, the day, offices. */
const lookEveryMs = 1_000;
/** Whatever nobody tells of is seen after so many milliseconds. */
const longestMs = 60_000;

/** What figures are read with. */
export interface EngineParts {
  readonly book: Pick<IndicatorBook, 'ofMoment' | 'atLeisure' | 'ofOffices' | 'codesWithin'>;
  readonly changes: ChangeFeed;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly log: Log;
}

/** How figures stood at the end of the last reading. */
export interface FigureStanding {
  /** Its number among the readings of this engine. */
  readonly reading: number;
  /** They hold every change up to here. */
  readonly point: LogPoint;
}

/** Keeps the key figures of one division under one set of rights, for all who follow them. */
export class FigureEngine implements ChangeFollower {
  /** What its figures are read under. */
  readonly scope: Scope;
  readonly figures = new KeptFigures();
  readonly #parts: EngineParts;
  readonly #wish: IndicatorWish;
  readonly #pace: ReadingPace;
  readonly #leisure: LeisureReading;
  readonly #listeners = new Set<() => void>();
  readonly #stops: readonly (() => void)[];
  #within: ReadonlySet<DivisionCode> | null = null;
  #standing: FigureStanding | null = null;
  #begun = 0;
  #lookAgainAt = 0;
  #isFailing = false;
  #isClosed = false;

  constructor(parts: EngineParts, wish: IndicatorWish, scope: Scope) {
    this.#parts = parts;
    this.#wish = wish;
    this.scope = scope;
    this.#pace = new ReadingPace({ ...parts, read: () => this.#read() });
    this.#leisure = new LeisureReading({ ...parts, read: () => parts.book.atLeisure(scope, wish), isThere: () => this.#pace.want() });
    this.#stops = [parts.changes.follow(this), parts.ticker.start(lookEveryMs, () => this.#look())];
    this.#pace.want();
  }

  /** Null before the first reading. */
  get standing(): FigureStanding | null {
    return this.#standing;
  }

  /** Whether no reading comes any more, as this process stops. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Has the figures read up to a point, where they are not, and answers how to ask for the standing that holds everything up to it; null until
   * then. A reading that begins from now on does, also where the log begins another life in the meantime.
   */
  reach(point: LogPoint): () => FigureStanding | null {
    const needed = this.#begun + 1;
    const standing = (): FigureStanding | null => {
      const last = this.#standing;
      return last !== null && (last.reading >= needed || isUpTo(point, last.point)) ? last : null;
    };
    if (standing() === null) this.#pace.want();
    return standing;
  }

  /** Calls back after each reading, until the returned function is called. */
  listen(call: () => void): () => void {
    this.#listeners.add(call);
    return () => void this.#listeners.delete(call);
  }

  changed(division: DivisionCode | null): void {
    if (this.#within !== null && (division === null || !this.#within.has(division))) return;
    this.moved();
  }

  moved(): void {
    this.#leisure.want();
    this.#pace.want();
  }

  grew(): void {
    this.#leisure.want();
  }

  closed(): void {
    this.#isClosed = true;
    this.#tell();
  }

  /** Reads no more. */
  stop(): void {
    this.#pace.stop();
    for (const stop of this.#stops) stop();
  }

  async #read(): Promise<void> {
    const { book, changes, clock } = this.#parts;
    const reading = ++this.#begun;
    try {
      const codes = book.codesWithin(this.#wish.division);
      this.#within = codes && new Set(codes);
      // The end of the log first: what is read after it holds everything up to it.
      const point = await changes.end();
      const [moment, leisurely] = await Promise.all([book.ofMoment(this.scope, this.#wish), this.#leisure.latest()]);
      this.figures.take([...moment.figures, ...leisurely, ...book.ofOffices()]);
      this.#lookAgainAt = Math.min(moment.changesAt.getTime(), clock.now().getTime() + longestMs);
      this.#standing = { reading, point };
      this.#isFailing = false;
    } catch (thrown) {
      this.#warn(thrown);
      throw thrown;
    }
    this.#tell();
  }

  #look(): void {
    this.#leisure.look();
    const known = this.figures.all;
    const officesMoved = this.#parts.book
      .ofOffices()
      .some(({ indicator, value }) => known.some((figure) => figure.indicator === indicator && figure.value !== value));
    if (officesMoved) this.#pace.want();
    if (this.#standing !== null && this.#parts.clock.now().getTime() >= this.#lookAgainAt) this.moved();
  }

  #tell(): void {
    for (const call of [...this.#listeners]) call();
  }

  /** Nothing is lost by waiting: the next reading tells how things stand then. */
  #warn(thrown: unknown): void {
    if (!this.#isFailing) this.#parts.log.warn({ err: thrown }, 'key figures: the index cannot be read, trying again');
    this.#isFailing = true;
  }
}
