import { MemoryEventLog } from '../../../src/eventlog/memory-event-log.js';
import type { Indicators, IndicatorsDelivery } from '../../../src/features/live/index.js';
import { type LiveParts, wireLive } from '../../../src/features/live/wiring.js';
import type { DivisionCode } from '../../../src/kernel/ids.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aScope } from '../access/a-scope.js';
import { FiguresInMemory } from './figures-in-memory.js';
import { settled, TimedTicker } from './timed-ticker.js';

/** One reader's deliveries so far. */
export interface FigureReader {
  readonly told: IndicatorsDelivery[];
  /** Those of them that are figures. */
  readonly figures: readonly Indicators[];
  /** What the reader knows by what it was told: each figure by its key. */
  readonly known: Readonly<Record<string, number | null>>;
  /** With what the stream ended. */
  readonly thrown: unknown;
  leave(): Promise<unknown>;
}

/** Live over the log's twin, with key figures and time in the hands of the test. */
export class CityOfFigures {
  readonly time = new TimedTicker(new Date('2026-11-22T08:00:00Z'));
  readonly book = new FiguresInMemory(this.time);
  readonly live: LiveParts;
  /** What readers may see by now. */
  scope = aScope();
  #matters = 0;

  private constructor(readonly log: MemoryEventLog) {
    const unasked = undefined as never;
    this.live = wireLive({
      ...{ elements: unasked, redraws: unasked, decisions: unasked },
      ...{
        events: log,
        cursorSecret: Buffer.alloc(32, 7),
        matters: unasked,
        models: unasked,
        organisations: unasked,
        lineage: unasked,
        indicators: this.book,
      },
      ...{ clock: this.time, log: silentLog, ticker: this.time },
    });
  }

  static async open(): Promise<CityOfFigures> {
    return new CityOfFigures(await MemoryEventLog.open({}));
  }

  /** Follows the figures of a division, taking every delivery at once. */
  async follow(after: string | null = null, division: DivisionCode | null = null): Promise<FigureReader> {
    const source = await this.live.indicators.open({ wish: { division, askedBy: null }, after, scope: () => this.scope });
    const stream = source[Symbol.asyncIterator]();
    const reader = new Following(() => stream.return!());
    void reader.takeAll(stream);
    await settled();
    return reader;
  }

  /** Records as many new matters of a division, as one transaction, and counts them. */
  async report(count = 1, divisionCode: DivisionCode | null = '360203003002'): Promise<void> {
    this.book.open += count;
    await this.tell(Array.from({ length: count }, () => ({ topic: 'matter', kind: 'MATTER_RECORDED', divisionCode })));
  }

  async tell(
    events: readonly { readonly topic: 'matter' | 'department' | 'element'; readonly kind: string; readonly divisionCode: string | null }[],
  ): Promise<void> {
    const told = events.map(({ topic, kind, divisionCode }) => ({
      ...{ topic, kind, divisionCode, subject: uuidOf('matter', 'X', String(++this.#matters)), version: 1, department: null, payload: {} },
      occurredAt: this.time.now(),
    }));
    await this.log.transaction((sink) => sink.append(told));
    await settled();
  }
}

class Following implements FigureReader {
  readonly told: IndicatorsDelivery[] = [];
  thrown: unknown = null;

  constructor(readonly leave: () => Promise<unknown>) {}

  get figures(): readonly Indicators[] {
    return this.told.flatMap((delivery) => (delivery.typeName === 'Indicators' ? [delivery] : []));
  }

  get known(): Readonly<Record<string, number | null>> {
    const figures = this.figures.flatMap((delivery) => delivery.figures);
    return Object.fromEntries(figures.map(({ indicator, value }) => [indicator, value]));
  }

  async takeAll(stream: AsyncIterableIterator<IndicatorsDelivery, undefined, undefined>): Promise<void> {
    try {
      for await (const delivery of stream) this.told.push(delivery);
    } catch (thrown) {
      this.thrown = thrown;
    }
  }
}
