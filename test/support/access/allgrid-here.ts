import { onPlatform } from '../../../src/cli/on-platform.js';
import { createProgram } from '../../../src/cli/program.js';
import { inventedOffices } from '../intake/invented-offices.js';
import type { EndedProcess } from './allgrid-process.js';

/** Runs the command line in this process, for the invented offices unless others are given, and the environment of this process: what a process of its own would take seconds to load. */
export async function allgridHere(words: readonly string[], offices = inventedOffices): Promise<EndedProcess> {
  const said = { out: '', err: '' };
  const listening = (['out', 'err'] as const).map((stream) =>
    jest.spyOn(process[`std${stream}`], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  process.exitCode = undefined;
  try {
    await createProgram((work) => onPlatform(work, { offices }))
      .parseAsync(words, { from: 'user' })
      .catch(() => undefined);
    return { ...said, exitCode: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = undefined;
    for (const spy of listening) spy.mockRestore();
  }
}
