import { checkedWords } from '../../../kernel/checked-words.js';
import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { HeldMatter } from '../../matters/index.js';
import type { CarriedThing, Transition } from '../procedure/procedure.js';
import type { Carried } from './step.js';

const longestWords = 1_000;

const isGiven: Readonly<Record<CarriedThing, (carried: Carried) => boolean>> = {
  REASON: ({ reason }) => reason !== null,
  RESULT: ({ result }) => result !== null,
  ORGANISATION: ({ organisations }) => organisations.length === 1,
  ORGANISATIONS: ({ organisations }) => organisations.length >= 1,
  UNTIL: ({ until }) => until !== null,
  LIMIT: ({ limit }) => limit !== null,
  MATTER: ({ otherMatter }) => otherMatter !== null,
  CONDITION: ({ condition }) => condition !== null,
  DECISION: ({ decision }) => decision !== null,
  SCORES: ({ scores }) => scores !== null,
  TEAM: ({ team }) => team.length > 0,
  CODE: ({ code }) => code !== null,
};

/** What a carried thing is held against. */
export interface CarriedTo {
  readonly matter: Pick<HeldMatter, 'sealed'>;
  /** In the city's time zone. */
  readonly today: CalendarDate;
}

/**
 * What a step carries, its words without the blanks around them; throws `BAD_USER_INPUT`, `DATE_INVALID` or `TEXT_INVALID` naming what is
 * missing or may not stand.
 */
export function checkedCarried({ step, carries }: Transition, carried: Carried, { matter, today }: CarriedTo): Carried {
  const missing = carries.filter((thing) => !isGiven[thing](carried));
  if (missing.length > 0) throw incomplete(step, missing);
  if (carried.doneOn !== null && carried.doneOn > today) throw notYet(carried.doneOn, today);
  const words = { reason: checked('reason', carried.reason), result: checked('result', carried.result) };
  if (matter.sealed && (words.reason !== null || words.result !== null)) return { ...carried, ...sealedWords(words) };
  return { ...carried, ...words };
}

function notYet(doneOn: CalendarDate, today: CalendarDate): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `doneOn: expected a day that has come (today is ${today}), got ${doneOn}.`,
    messageZh: `doneOn：不得晚于今天（${today}），收到 ${doneOn}。`,
  });
}

function checked(field: string, text: string | null): string | null {
  return text === null ? null : checkedWords({ field, text, longest: longestWords });
}

/** Of a sealed matter only that something was said is kept: whoever handles it writes the words into its own register. */
function sealedWords({ reason, result }: Pick<Carried, 'reason' | 'result'>): Pick<Carried, 'reason' | 'result'> {
  return { reason: reason === null ? null : sealedNotice, result: result === null ? null : sealedNotice };
}

const sealedNotice = '（密封：内容存于承办部门）';

function incomplete(step: string, missing: readonly CarriedThing[]): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${step}: expected ${missing.join(', ')}, which did not come.`,
    messageZh: `${step}：缺少${missing.map((thing) => namesZh[thing]).join('、')}。`,
    details: { missing },
  });
}

const namesZh: Readonly<Record<CarriedThing, string>> = {
  REASON: '理由',
  RESULT: '结果说明',
  ORGANISATION: '承办组织（一个）',
  ORGANISATIONS: '承办组织',
  UNTIL: '截止日期',
  LIMIT: '时限',
  MATTER: '另一事项',
  CONDITION: '立案条件',
  DECISION: '决定',
  SCORES: '评分',
  TEAM: '联动小组成员',
  CODE: '确认码',
};
