import type { RunFinding } from '../runs/run-finding.js';

/** How far ahead of now a time may be before it is odd: clocks differ. */
const mostAheadMs = 5 * 60_000;
const earliest = Date.UTC(2000, 0, 1);

/** Where the rows stand that it looks at. */
interface Place {
  readonly file: string;
  readonly number: number;
}

/** Notes matters that are reported at a time to come, or before 2000. They are accepted as their office says. */
export class OddTimes {
  #rows = 0;
  #first: (Place & { readonly at: Date }) | null = null;

  constructor(private readonly now: Date) {}

  look(at: Date, place: Place): void {
    if (at.getTime() <= this.now.getTime() + mostAheadMs && at.getTime() >= earliest) return;
    this.#rows += 1;
    this.#first ??= { file: place.file, number: place.number, at };
  }

  /** What was noted, null for nothing; `placeless` where the place of a row would tell of rows that are not counted. */
  finding(placeless: boolean): RunFinding | null {
    if (this.#first === null) return null;
    const { file, number, at } = this.#first;
    const [first, firstZh] = placeless
      ? ['', '']
      : [`, the first in row ${number} (${at.toISOString()})`, `，首见于第 ${number} 行（${at.toISOString()}）`];
    return {
      kind: 'ODD_TIME',
      layerKey: null,
      localId: null,
      message: `${file}: rows are reported more than 5 minutes from now or before 2000: ${this.#rows}${first}. They were accepted as they say; correct the times at the source.`,
      messageZh: `${file}：${this.#rows} 行的上报时间晚于当前 5 分钟以上或早于 2000 年${firstZh}。数据已照收，请在源头更正时间。`,
      measures: { file, rows: this.#rows, ...(placeless ? {} : { row: number, at: at.toISOString() }) },
    };
  }
}
