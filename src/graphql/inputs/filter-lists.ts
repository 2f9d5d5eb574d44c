import { CityError } from '../../kernel/city-error.js';

const mostMembers = 1_000;

/** Throws `BAD_USER_INPUT` when a list anywhere in a filter has more than 1,000 members. */
export function checkFilterLists(filter: object): void {
  let level: readonly object[] = [filter];
  while (level.length > 0) {
    for (const one of level) if (Array.isArray(one) && one.length > mostMembers) throw tooLong(one.length);
    level = level.flatMap((one) => Object.values(one).filter(isComposite));
  }
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null;

function tooLong(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `where: expected lists of at most ${mostMembers} members, got one of ${received}.`,
    messageZh: `where：列表至多 ${mostMembers} 项，收到 ${received} 项。`,
    hint: 'Ask in several requests. 请分多次请求。',
    details: { limit: mostMembers },
  });
}
