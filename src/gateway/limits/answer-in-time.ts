import { type ExecutionResult, GraphQLError } from 'graphql';

import { withinDeadline } from '../../database/current-deadline.js';
import { CityError } from '../../kernel/city-error.js';
import { Deadline } from '../../kernel/deadline.js';
import { statusOf } from '../http/status-of.js';

/** How long an answer may take, and whether what is late is waited for. */
export interface AnswerTime {
  readonly withinMs: number;
  /** True for mutations: their statements are cancelled as well, but what had been committed before is told. */
  readonly waitsForEnd: boolean;
}

/**
 * Executes under a deadline: when it passes, the statements that run for this answer are cancelled, none is sent any more, and the answer is
 * `TIMEOUT` at once.
 */
export async function answerInTime(
  { withinMs, waitsForEnd }: AnswerTime,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const deadline = new Deadline();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => {
      deadline.pass();
      if (!waitsForEnd) resolve({ errors: [tooLate(withinMs)] });
    }, withinMs);
  });
  try {
    return await Promise.race([withinDeadline(deadline, execute), late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(withinMs: number): GraphQLError {
  const originalError = new CityError({
    code: 'TIMEOUT',
    message: `Expected to answer within ${withinMs / 1_000} s, but it took longer; all its statements were cancelled.`,
    messageZh: `未能在 ${withinMs / 1_000} 秒内完成应答，相关语句已全部取消。`,
    hint: 'Ask for smaller pages or a narrower filter, or try again. 减小每页项数、收窄条件，或重试。',
    details: { limitMs: withinMs },
  });
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: statusOf(originalError.code) } } });
}
