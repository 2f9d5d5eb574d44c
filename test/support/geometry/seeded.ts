import fc from 'fast-check';

/** Runs a property with a seed that is printed, so that a failure on any machine can be run again with `SEED=…`. */
export function seeded<Ts>(property: fc.IProperty<Ts>, runs: number): void {
  fc.assert(property, { seed: printedSeed(), numRuns: runs });
}

/** As {@link seeded}, for a property that waits. */
export async function seededAsync<Ts>(property: fc.IAsyncProperty<Ts>, runs: number): Promise<void> {
  await fc.assert(property, { seed: printedSeed(), numRuns: runs });
}

function printedSeed(): number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`  seed ${seed}: ${expect.getState().currentTestName ?? ''}\n`);
  return seed;
}
