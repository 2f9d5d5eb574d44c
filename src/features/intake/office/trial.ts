import type { OfficeFront, RunRegister } from '../ports.js';

const nothing = (): Promise<void> => Promise.resolve();

/** A register of runs that keeps nothing. */
export const unrecorded: RunRegister = {
  open: nothing,
  quarantine: nothing,
  hasOpenKeys: () => Promise.resolve(false),
  markCleared: nothing,
  noteRepairs: nothing,
  noteFindings: nothing,
  forgetBeyond: nothing,
  forgetValues: nothing,
  close: nothing,
  failAbandoned: nothing,
  hasApplied: () => Promise.resolve(true),
  noteApplied: nothing,
  noteCaughtUp: nothing,
};

/** Does work on an office's front database in one transaction that is rolled back, and answers what the work answered. */
export async function rolledBack<Result>(front: OfficeFront, work: (front: OfficeFront) => Promise<Result>): Promise<Result> {
  const done = new Done<Result>();
  await front
    .transaction(async (sql) => {
      done.with = { result: await work({ ...front, sql, transaction: (inner) => inner(sql) }) };
      throw done;
    })
    .catch((thrown: unknown) => {
      if (done.with === null) throw thrown;
    });
  return done.with!.result;
}

/** Carries a result out of a transaction that must not be kept. */
class Done<Result> extends Error {
  with: { readonly result: Result } | null = null;
}
