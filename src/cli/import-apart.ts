import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

import { childEnvironment } from '../config/child-environment.js';
import type { Config } from '../config/config.js';
import type { DroppedFileEnd, ImportEnd, ImportTaken } from '../features/intake/index.js';
import type { ErrorCode } from '../kernel/city-error.js';

/** How long a child may take to end the chunk under way when it is told to stop. */
const longestStopMs = 8_000;

/** The command that is run: node's arguments before the verb. */
const allgrid: readonly string[] = [join(__dirname, 'allgrid.js')];

/**
 * Imports files of an office by `allgrid import --office` in a process of its own and of low priority, so that neither the memory of reading
 * them nor the work on them is the server's.
 */
export function importApart(config: Config, command = allgrid): ImportTaken {
  return async ({ office, paths, stop }) => {
    if (stop.aborted) return stopped;
    const child = spawn(process.execPath, [...command, 'import', '--office', office, '--json', ...paths], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment(config),
    });
    const forceful = { timer: null as NodeJS.Timeout | null };
    const end = (): void => {
      child.kill('SIGTERM');
      forceful.timer = setTimeout(() => child.kill('SIGKILL'), longestStopMs);
    };
    stop.addEventListener('abort', end, { once: true });
    try {
      if (child.pid !== undefined) lowered(child.pid);
      const [files, said, [code]] = await Promise.all([
        filesTold(child.stdout),
        text(child.stderr),
        once(child, 'close') as Promise<[number | null]>,
      ]);
      return endOf({ code, said, files, isStopped: stop.aborted });
    } catch (thrown) {
      return { kind: 'LATER', why: `the import could not be started: ${String(thrown)}` };
    } finally {
      stop.removeEventListener('abort', end);
      if (forceful.timer !== null) clearTimeout(forceful.timer);
    }
  };
}

const stopped: ImportEnd = { kind: 'LATER', why: 'the platform stops' };

/** Failures that are not the file's: what was taken of its kin meanwhile changes nothing when it is imported again. */
const passingCodes: readonly ErrorCode[] = ['UNAVAILABLE', 'SOURCE_UNAVAILABLE', 'CONFLICT', 'TIMEOUT', 'STORAGE_FULL', 'READ_ONLY'];

/** How a child ended: its exit code, what it wrote to standard error, and the files that its last line told of. */
export interface ChildEnd {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly said: string;
  readonly files: readonly DroppedFileEnd[] | null;
  readonly isStopped: boolean;
}

/** What the end of a child means for the files that it was given: exit codes 0 and 1 are ends, 2 is a refusal, all else may be better later. */
export function endOf({ code, said, files, isStopped }: ChildEnd): ImportEnd {
  if (isStopped) return stopped;
  const why = said.trim().split('\n').slice(0, 2).join(' ');
  if ((code === 0 || code === 1) && files !== null) {
    const passing = files.find(({ failureCode }) => failureCode !== undefined && passingCodes.includes(failureCode));
    return passing === undefined ? { kind: 'ENDED', files } : { kind: 'LATER', why: passing.failure ?? '' };
  }
  if (code === 2 && !why.startsWith('CONFLICT')) return { kind: 'REFUSED', why };
  return { kind: 'LATER', why: why === '' ? `the import ended with ${code ?? 'a signal'}` : why };
}

/** The files of the last line that tells of files; the lines before it tell how far the import is. */
async function filesTold(stdout: NodeJS.ReadableStream): Promise<readonly DroppedFileEnd[] | null> {
  let found: readonly DroppedFileEnd[] | null = null;
  for await (const line of createInterface({ input: stdout })) {
    const told = parsed(line);
    if (told !== null && !told.isStopped && Array.isArray(told.files)) found = told.files;
  }
  return found;
}

function parsed(line: string): { readonly files?: readonly DroppedFileEnd[]; readonly isStopped?: boolean } | null {
  try {
    return JSON.parse(line) as ReturnType<typeof parsed>;
  } catch {
    return null;
  }
}

/** A server that answers comes first; where priorities cannot be set, the import runs as any process. */
function lowered(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    return;
  }
}
