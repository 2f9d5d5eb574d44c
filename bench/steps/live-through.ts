import { Caller, type TakenHere } from './calling.js';

/** Where the matters of a benchmark lie and who moves them on. */
export interface Ground {
  readonly url: string;
  readonly grid: string;
  readonly category: { readonly standard: string; readonly kind: string; readonly code: string };
  /** Code of the organisation that they are dispatched to. */
  readonly organisation: string;
  /** Bearer tokens: of the township level's dispatcher, and of that organisation. */
  readonly dispatcher: string;
  readonly handler: string;
  readonly connections: number;
  readonly seconds: number;
}

// Runs in a process of its own, so that asking takes no time from answering: live-through.js GROUND-AS-JSON
const ground = JSON.parse(process.argv[2]!) as Ground;

/** A matter from its report to its acceptance: four steps. */
async function oneMatter(caller: Caller): Promise<void> {
  const { grid, category, organisation, dispatcher, handler } = ground;
  const report = { title: '路灯不亮', category, source: 'GRID', grid };
  const on = ({ id, version }: TakenHere): object => ({ matter: id, expectedVersion: version });
  const reported = await caller.take(dispatcher, { name: 'reportMatter', input: report });
  const reviewed = await caller.take(dispatcher, { name: 'reviewMatter', input: on(reported) });
  const dispatched = await caller.take(dispatcher, { name: 'dispatchMatter', input: { ...on(reviewed), organisation } });
  await caller.take(handler, { name: 'acceptMatter', input: on(dispatched) });
}

async function main(): Promise<void> {
  const caller = new Caller(ground.url, ground.connections);
  const began = performance.now();
  const end = began + ground.seconds * 1000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) await oneMatter(caller);
  };
  await Promise.all(Array.from({ length: ground.connections }, connection));
  process.stdout.write(JSON.stringify({ times: caller.times, milliseconds: performance.now() - began }));
  caller.close();
}

void main();
