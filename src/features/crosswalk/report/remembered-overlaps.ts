import { createHash } from 'node:crypto';

import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { OverlapArea } from '../compute/overlay-engine.js';
import type { MeasureOverlaps, OverlapQuestion } from './ports.js';

const mostKept = 256;

/**
 * Asks only for what was not measured before: a question about the very same outlines is answered from memory, whichever model they
 * came with, so that a change of one layer lays only that layer upon itself again.
 */
export function rememberedOverlaps(measure: MeasureOverlaps): MeasureOverlaps {
  const kept = new Map<string, Promise<readonly OverlapArea[]>>();
  return async (questions, plane) => {
    const signatures = questions.map((question) => signatureOf(question, plane));
    // Taken in hand before anything new pushes it out of the memory.
    const answers = new Map(signatures.map((signature) => [signature, kept.get(signature)]));
    const missing = signatures.flatMap((signature, place) => (kept.has(signature) ? [] : [place]));
    if (missing.length > 0) {
      const asked = measure(
        missing.map((place) => questions[place]!),
        plane,
      );
      missing.forEach((place, nth) =>
        answers.set(
          signatures[place]!,
          asked.then((found) => found[nth]!),
        ),
      );
    }
    for (const [signature, answer] of answers) keep(kept, signature, answer!);
    return Promise.all(signatures.map((signature) => answers.get(signature)!));
  };
}

/** Keeps an answer as the newest: what was asked longest ago is forgotten first. */
function keep(kept: Map<string, Promise<readonly OverlapArea[]>>, signature: string, answer: Promise<readonly OverlapArea[]>): void {
  kept.delete(signature);
  kept.set(signature, answer);
  answer.catch(() => kept.delete(signature));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}

function signatureOf({ a, b }: OverlapQuestion, plane: EqualAreaPlane): string {
  const hash = createHash('sha1').update(JSON.stringify([plane, a.length, b?.length]));
  for (const { coordinates, ringStarts, partStarts } of [...a, ...(b ?? [])] satisfies readonly Rings[])
    hash.update(coordinates).update(ringStarts).update(partStarts);
  return hash.digest('base64');
}
