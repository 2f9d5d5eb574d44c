import type { ReadersJob, Received } from './question.js';
import { ReaderSocket, type Tally } from './reader-socket.js';

// Runs in a process of its own: opens the sockets of a job and answers what its parent asks.
const tally: Tally = { deliveries: 0, bytes: 0, latencies: [] };
let sockets: readonly ReaderSocket[] = [];
const openAtOnce = 50;

/** What the parent may ask. */
export type ReadersOrder =
  | { readonly order: 'open'; readonly job: ReadersJob }
  | { readonly order: 'forget' }
  | { readonly order: 'report' }
  | { readonly order: 'cut' }
  | { readonly order: 'resume'; readonly target: number };

async function openAll(): Promise<void> {
  for (let start = 0; start < sockets.length; start += openAtOnce) {
    await Promise.all(sockets.slice(start, start + openAtOnce).map((socket) => socket.open()));
  }
}

/** Milliseconds until each has come to that position. */
async function resume(target: number): Promise<number> {
  const began = performance.now();
  await Promise.all(sockets.map((socket) => socket.open()));
  while (sockets.some(({ position }) => position < target)) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - began;
}

function forget(): void {
  tally.deliveries = 0;
  tally.latencies.length = 0;
}

function report(): Received {
  return { ...tally, latencies: tally.latencies.toSorted((a, b) => a - b), sockets: sockets.length };
}

async function obey(asked: ReadersOrder): Promise<unknown> {
  if (asked.order === 'open') {
    const { job } = asked;
    sockets = job.groups.flatMap((group) => Array.from({ length: group.sockets }, () => new ReaderSocket(job, group, tally)));
    await openAll();
  }
  if (asked.order === 'forget') forget();
  if (asked.order === 'cut') for (const socket of sockets) socket.cut();
  if (asked.order === 'resume') return resume(asked.target);
  return asked.order === 'report' ? report() : null;
}

process.on('message', (asked: ReadersOrder) => {
  obey(asked).then(
    (answer) => process.send!({ answer }),
    (thrown: unknown) => process.send!({ failed: String(thrown) }),
  );
});
