import type { IncomingHttpHeaders } from 'node:http';

import type { ExecutionArgs } from 'graphql';

import { CityError } from '../../kernel/city-error.js';
import { resumeVariableOf } from '../sharing/resume-variable.js';

const header = 'last-event-id';

/**
 * The same subscription, begun after the cursor that a returning reader names in the header `Last-Event-ID`; unchanged without one. Throws
 * `BAD_USER_INPUT` where the document has no variable for it, and where that variable says something else.
 */
export function resumedArgs(args: ExecutionArgs, headers: IncomingHttpHeaders): ExecutionArgs {
  const cursor = headers[header];
  if (typeof cursor !== 'string' || cursor === '') return args;
  const variable = resumeVariableOf(args.document, args.operationName);
  if (variable === null) throw notResumable();
  const said = args.variableValues?.[variable];
  if (said != null && said !== cursor) throw saidTwice(variable);
  return { ...args, variableValues: { ...args.variableValues, [variable]: cursor } };
}

function notResumable(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a subscription that takes after from a variable used nowhere else, as ${header} was sent.`,
    messageZh: `请求头带有 ${header}，订阅的 after 须为仅此一处使用的变量。`,
    hint: 'Write subscription ($after: Cursor) { …(after: $after) … }.',
    details: { header },
  });
}

function saidTwice(variable: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected one cursor to go on after, got ${header} and another in the variable ${variable}.`,
    messageZh: `续传游标只能有一个：请求头 ${header} 与变量 ${variable} 不一致。`,
    hint: `Leave the variable out when ${header} is sent. 带 ${header} 时请省略该变量。`,
    details: { header, variable },
  });
}
