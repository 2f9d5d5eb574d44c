import type { Carrier, StreamAnswer, StreamEar, StreamEnd, StreamRequest } from '../../../src/client/carrier.js';

/** One stream that was opened, in the hands of the test. */
export class FakeStream {
  isLeft = false;

  constructor(
    readonly request: StreamRequest,
    readonly ear: StreamEar,
  ) {}

  get after(): unknown {
    return this.request.variables['after'];
  }

  answer(answer: StreamAnswer): void {
    if (!this.isLeft) this.ear.answer(answer);
  }

  /** Delivers events numbered so, each at the cursor of its number. */
  events(...numbers: readonly number[]): void {
    for (const number of numbers)
      this.answer({ data: { changes: { __typename: 'Changed', eventId: `e${number}`, cursor: `c${number}`, number } } });
  }

  beat(cursor: string): void {
    this.answer({ data: { changes: { __typename: 'Heartbeat', cursor, serverTime: '2026-11-23T00:00:00Z' } } });
  }

  end(verdict: StreamEnd['verdict'], parts: Partial<StreamEnd> = {}): void {
    if (!this.isLeft) this.ear.ended({ verdict, code: 'TEST', message: 'The test ended it.', ...parts });
  }
}

/** A carrier without any wire. */
export class FakeCarrier implements Carrier {
  readonly streams: FakeStream[] = [];
  abandoned = 0;
  isClosed = false;

  get last(): FakeStream {
    return this.streams.at(-1)!;
  }

  open(request: StreamRequest, ear: StreamEar): () => void {
    const stream = new FakeStream(request, ear);
    this.streams.push(stream);
    return () => {
      stream.isLeft = true;
    };
  }

  abandon(): void {
    this.abandoned += 1;
  }

  close(): void {
    this.isClosed = true;
  }
}
