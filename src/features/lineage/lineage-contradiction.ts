import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { LineageStep } from './lineage-step.js';

type Stated = Pick<LineageStep, 'fromUuid' | 'toUuid' | 'weight' | 'inverseWeight' | 'effectiveOn'>;

const tolerance = 1e-9;

/** Passes a declared step where it leaves nobody more than the whole on its day, beside the steps in force; throws `CONFLICT` otherwise. */
export function checkWhole(step: Stated, inForce: readonly Stated[]): void {
  const others = inForce.filter(
    ({ fromUuid, toUuid, effectiveOn }) =>
      effectiveOn === step.effectiveOn && fromUuid !== toUuid && !(fromUuid === step.fromUuid && toUuid === step.toUuid),
  );
  const given = shareOf(others, step, { end: 'fromUuid', share: 'weight' });
  if (given > 1 + tolerance) throw moreThanWhole('weight', given, step.effectiveOn);
  const taken = shareOf(others, step, { end: 'toUuid', share: 'inverseWeight' });
  if (taken > 1 + tolerance) throw moreThanWhole('inverseWeight', taken, step.effectiveOn);
}

/** A pair that has several kinds at once counts once. */
function shareOf(
  others: readonly Stated[],
  step: Stated,
  { end, share }: { readonly end: 'fromUuid' | 'toUuid'; readonly share: 'weight' | 'inverseWeight' },
): number {
  const pairs = new Map(
    others.filter((other) => other[end] === step[end]).map((other) => [`${other.fromUuid} ${other.toUuid}`, other[share]]),
  );
  return [...pairs.values()].reduce((total, part) => total + part, step[share]);
}

function moreThanWhole(share: string, total: number, day: CalendarDate): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `${share}: expected shares of ${day} that add up to 1 at most, got ${total} with the steps that are known.`,
    messageZh: `${share}：${day} 的各项份额合计不得超过 1，连同已有沿革为 ${total}。`,
    hint: 'The query lineage shows what was declared; declare the steps that are wrong anew with smaller shares first.',
    details: { reason: 'MORE_THAN_WHOLE', total },
  });
}

/** The refusal of a step that says otherwise what a filed redraw has published. */
export function publishedRefused(day: CalendarDate): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `lineage: a filed redraw has published this step of ${day}, which is never changed.`,
    messageZh: `沿革：${day} 的这一步已由备案的调整方案公布，不再更改。`,
    hint: 'Propose another redraw that takes effect after it.',
    details: { reason: 'PUBLISHED' },
  });
}
