import { CityError, type ErrorCode } from '../../kernel/city-error.js';
import { documentLimits } from './limit-table.js';

/** How far a document went and how far it may go. */
export interface Excess {
  readonly limit: number;
  readonly actual: number;
}

interface Words {
  readonly code: ErrorCode;
  readonly what: string;
  readonly whatZh: string;
  readonly hint: string;
}

const refusalOf =
  ({ code, what, whatZh, hint }: Words) =>
  ({ limit, actual }: Excess): CityError =>
    new CityError({
      code,
      message: `Expected a document of at most ${limit} ${what}, got ${actual}.`,
      messageZh: `查询至多${whatZh} ${limit}，收到 ${actual}。`,
      hint,
      details: { limit, actual },
    });

/** Refuses fields that lie too deep within each other. */
export const tooDeep = refusalOf({
  code: 'QUERY_TOO_DEEP',
  what: 'levels of fields',
  whatZh: '嵌套层数',
  hint: 'Ask for the deeper levels in a query of their own, by id. 更深的层次请凭编号另行查询。',
});

/** Refuses too many renamed fields. */
export const tooManyAliases = refusalOf({
  code: 'QUERY_ALIASES',
  what: 'aliases',
  whatZh: '别名个数',
  hint: 'Ask for many things of one kind by a list, e.g. nodes(ids:) or resolveIds(ids:). 多个同类对象请用列表字段一次查询。',
});

/** Refuses too many directives. */
export const tooManyDirectives = refusalOf({
  code: 'LIMIT',
  what: 'directives',
  whatZh: '指令个数',
  hint: 'Leave fields out of the text instead. 不需要的字段请直接删去。',
});

/** Refuses too many fragments. */
export const tooManyFragments = refusalOf({
  code: 'LIMIT',
  what: 'fragments',
  whatZh: '片段个数',
  hint: 'Send only the fragments that the operation spreads. 只保留操作用到的片段。',
});

/** Refuses an answer that could hold too many objects. */
export const tooDear = refusalOf({
  code: 'QUERY_COST',
  what: 'objects in its answer',
  whatZh: '可返回对象数',
  hint: 'Ask for smaller pages (first:) or fewer lists within lists; extensions.cost tells the cost of each answer. 减小 first 或减少列表嵌套；每次应答的 extensions.cost 给出代价。',
});

// The parser stops at the limit, so nobody knows how many there are.
function tooManyTokens(limit: number): CityError {
  return new CityError({
    code: 'QUERY_TOKENS',
    message: `Expected a document of at most ${limit} tokens, got more.`,
    messageZh: `查询至多 ${limit} 个记号，收到更多。`,
    hint: 'Move values into variables and ask in several requests. 把取值移入变量，分几次查询。',
    details: { limit },
  });
}

/** The refusal where graphql's parser stopped at the limit of tokens, which it says in words alone; null for any other error. */
export function tokensBeyondLimit({ message }: { readonly message: string }): CityError | null {
  return /Document contains more tha[nt] \d+ tokens/.test(message) ? tooManyTokens(documentLimits.tokens) : null;
}
