import { CityError } from '../../../kernel/city-error.js';
import type { Scores } from './evaluation.js';

const highestScore = 100;

/** Passes a judgement that says something its side may say; throws `BAD_USER_INPUT` otherwise. Organisations score one another, residents are asked the three questions of 回访. */
export function checkJudgement({ side, responded, solved, satisfied, score }: Scores): void {
  if (score !== null && !(score >= 0 && score <= highestScore))
    throw refused(`score: expected 0 to ${highestScore}, got ${score}`, 'score：应为 0 至 100');
  const answers = [responded, solved, satisfied].filter((answer) => answer !== null).length;
  if (side === 'RESIDENT' && answers === 0)
    throw refused('responded, solved, satisfied: expected an answer to at least one', '响应、解决、满意三问至少须答一问');
  if (side !== 'RESIDENT' && (score === null || answers > 0))
    throw refused(`The ${side} side gives a score, and does not answer for the resident`, '组织之间只打分，不得代居民回答三问');
}

function refused(message: string, messageZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message: `${message}.`, messageZh: `${messageZh}。` });
}
