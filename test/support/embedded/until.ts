import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is neither null nor a rejection; throws the last rejection after `patienceMs`, ten times what is expected. */
export async function until<Answer>(ask: () => Promise<Answer | null>, patienceMs = 50_000): Promise<Answer> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
      if (performance.now() > deadline) throw new Error(`Expected an answer within ${patienceMs} ms, got none.`);
    } catch (thrown) {
      if (performance.now() > deadline) throw thrown;
    }
    await pause(10);
  }
}
