import { asCityError } from '../../kernel/city-error.js';

/** One thing that must be well before requests are welcome. */
export interface ReadinessCheck {
  readonly name: string;
  /** Null when it is well, else what is wrong in one sentence. */
  fault(): Promise<string | null>;
}

/** The answer of `/readyz`. */
export interface Readiness {
  readonly ready: boolean;
  /** Each check's state: `ok`, or what is wrong. */
  readonly checks: Readonly<Record<string, string>>;
  /** What is told beside the checks, such as how much waits. */
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** Tells figures; what it throws leaves them out. */
export type ReadinessFigures = () => Promise<Readiness['figures']>;

/** Asks every check; a check that throws counts as a fault. */
export async function readinessOf(checks: readonly ReadinessCheck[], figures: ReadinessFigures): Promise<Readiness> {
  const found = await Promise.all(checks.map(async (check) => [check.name, (await faultOf(check)) ?? 'ok'] as const));
  return {
    ready: found.every(([, state]) => state === 'ok'),
    checks: Object.fromEntries(found),
    figures: await figures().catch(() => ({})),
  };
}

async function faultOf(check: ReadinessCheck): Promise<string | null> {
  try {
    return await check.fault();
  } catch (thrown) {
    // Anybody may ask; host names and accounts in a message are not for everybody.
    return asCityError(thrown).code;
  }
}
