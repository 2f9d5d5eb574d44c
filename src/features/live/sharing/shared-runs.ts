import { serverStops } from '../stream-ended.js';
import type { Answer, MakeAnswer } from './answer.js';
import { Channel, type Subject } from './channel.js';
import { Follower } from './follower.js';
import type { Sink } from './sink.js';

/** A stream as its reader asks to follow it. */
export interface FollowWish<Told> extends Subject<Told> {
  /** Told apart by what is handed out, by the document that answers it and by the rights of the reader: equal keys get equal bytes. */
  readonly key: string;
}

/** One reader on its way. */
export interface Following {
  /** Fulfilled when the stream is over; rejected with what its reader is to be told, `details.resume` included where it may go on. */
  readonly ended: Promise<void>;
  /** Ends it at once. */
  leave(): void;
}

/** How much is shared. */
export interface SharingFigures {
  /** Streams of the log that are read. */
  readonly runs: number;
  /** Readers that follow them. */
  readonly followers: number;
  /** Deliveries executed so far. */
  readonly answersMade: number;
}

/** The streams of this process: equal ones are read, executed and written out once, for however many readers. */
export class SharedRuns {
  readonly #channels = new Map<string, Channel<unknown>>();
  readonly #followers = new Set<Follower>();
  #answersMade = 0;
  #isStopped = false;

  get figures(): SharingFigures {
    const runs = [...this.#channels.values()].reduce((sum, channel) => sum + channel.runs, 0);
    return { runs, followers: this.#followers.size, answersMade: this.#answersMade };
  }

  /** Lets a reader follow; its first answer comes at once. */
  follow<Told>({ key, source, make }: FollowWish<Told>, sink: Sink): Following {
    const channel = this.#channelOf<Told>(key);
    const follower = new Follower(sink);
    this.#followers.add(follower);
    const forget = (): void => {
      this.#followers.delete(follower);
      channel.leave(follower);
    };
    follower.ended.then(forget, forget);
    if (this.#isStopped) follower.end(serverStops(null));
    channel.serve(follower, { source, make: this.#counted(make) }).catch((thrown: unknown) => follower.end(thrown));
    return { ended: follower.ended, leave: () => follower.end(null) };
  }

  /** Ends every reader, each with the cursor after what it was sent, and takes no more. */
  stop(): void {
    this.#isStopped = true;
    for (const follower of [...this.#followers]) follower.end(serverStops(follower.sent));
  }

  #channelOf<Told>(key: string): Channel<Told> {
    const known = this.#channels.get(key);
    if (known) return known as Channel<Told>;
    const channel = new Channel<Told>(() => {
      if (this.#channels.get(key) === channel) this.#channels.delete(key);
    });
    this.#channels.set(key, channel as Channel<unknown>);
    return channel;
  }

  #counted<Told>(make: MakeAnswer<Told>): MakeAnswer<Told> {
    return (placed): Promise<Answer> => {
      this.#answersMade += 1;
      return make(placed);
    };
  }
}
