/** How the platform is: ready to answer, alive but not ready, or out of reach. */
export type Health = 'READY' | 'NOT_READY' | 'AWAY';

/** Asks the readiness probe. */
export async function readHealth(probe: URL): Promise<Health> {
  try {
    return (await fetch(probe)).ok ? 'READY' : 'NOT_READY';
  } catch {
    return 'AWAY';
  }
}
