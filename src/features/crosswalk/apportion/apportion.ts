import { CityError } from '../../../kernel/city-error.js';

/**
 * Shares out a whole number of households, persons or things by weights: whole numbers that add up to it again, by the largest
 * remainder. Answers one number for each weight, and one more for `remainder`, the weight of what goes to none of them.
 *
 * Each number misses its exact share by less than 1; among equal remainders the earlier weight comes first. Where all weights are 0
 * everything goes to the remainder. Throws `INTERNAL` where `total` is no whole number from 0 to 2⁵³ − 1 or a weight is negative.
 */
export function apportion(total: number, weights: readonly number[], remainder: number): readonly number[] {
  const all = [...weights, remainder];
  if (!Number.isSafeInteger(total) || total < 0) throw refused('total', 'a whole number from 0 to 2⁵³ − 1', total);
  const wrong = all.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (wrong !== undefined) throw refused('weight', 'a number that is not negative', wrong);
  const sum = all.reduce((together, weight) => together + weight, 0);
  if (sum === 0) return [...weights.map(() => 0), total];
  const exact = all.map((weight) => total * (weight / sum));
  return withLeft(
    exact,
    exact.map((share) => Math.floor(share)),
    total,
  );
}

/** Gives what is left, one by one, to the largest remainders; takes back where rounding gave one too many. */
function withLeft(exact: readonly number[], floors: readonly number[], total: number): readonly number[] {
  const left = total - floors.reduce((together, floor) => together + floor, 0);
  const step = Math.sign(left);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: step * (share - floors[at]!) }))
    .filter(({ at }) => step > 0 || floors[at]! > 0)
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  const shares = [...floors];
  for (let given = 0; given < Math.abs(left); given++) shares[byRemainder[given % byRemainder.length]!.at]! += step;
  return shares;
}

function refused(what: string, expected: string, received: number): CityError {
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: `Expected as ${what} ${expected}, got ${received}.`,
    messageZh: `分摊参数 ${what} 无效：${received}。`,
    hint: 'Apportion counts only, and only by weights that are shares.',
    details: { what, received },
  });
}
