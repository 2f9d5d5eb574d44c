import { Sequencer, type SequencerOptions } from '../../../src/eventlog/sequencer.js';
import { type OpenSession, type Session, sessionsAt } from '../../../src/eventlog/session.js';
import { silentLog } from '../../../src/kernel/log.js';

/** A sequencer as if in a process of its own, that can be killed or frozen. */
export interface SequencerProcess {
  readonly sequencer: Sequencer;
  /** Cuts its connection and lets it make no other. */
  kill(): Promise<void>;
  /** Keeps its connection open but sends nothing any more, as a stopped process or a torn cable would. */
  freeze(): void;
}

/** Starts one on the city index at `url`. */
export function aSequencerProcess(url: string, options: Partial<SequencerOptions> = {}): SequencerProcess {
  const open = sessionsAt(url);
  let isDead = false;
  let isFrozen = false;
  let current: Session | null = null;
  const openWhileAlive: OpenSession = async () => {
    if (isDead || isFrozen) throw new Error('this process is gone');
    current = await open();
    return freezable(current, () => isFrozen);
  };
  const sequencer = new Sequencer({ open: openWhileAlive, log: silentLog, ...options });
  sequencer.start();
  return {
    sequencer,
    kill: async () => {
      isDead = true;
      await current?.close();
    },
    freeze: () => {
      isFrozen = true;
    },
  };
}

function freezable(session: Session, isFrozen: () => boolean): Session {
  let isLost = false;
  session.whenLost(() => {
    isLost = true;
  });
  return {
    ...session,
    query: (text, parameters) => {
      if (!isFrozen()) return session.query(text, parameters);
      if (isLost) return Promise.reject(new Error('thrown out by the server'));
      return new Promise((_, reject) => {
        session.whenLost(() => {
          reject(new Error('thrown out by the server'));
        });
      });
    },
  };
}
