import { CityError } from '../../../kernel/city-error.js';
import type { StepEffect } from '../steps/step.js';
import { checkOthersWork, resultOf } from '../verification/own-work.js';
import { isCodeOf } from './confirmation-code.js';
import { type HeldCode, mostTries } from './held-code.js';
import type { CodeStore } from './ports.js';

/** Lets a resident's code confirm a result, once. The try was counted before, in a transaction of its own: a refusal here takes nothing back. */
export function confirmByCode(codes: CodeStore): StepEffect {
  return async (situation) => {
    await checkOthersWork(situation);
    const { sql, matter, at, carried } = situation;
    const held = await codes.read(sql, matter.uuid);
    checkUsable(held, (await resultOf(situation))?.version, at);
    if (!(await isCodeOf(carried.code!, held.codeHash))) throw wrongCode(mostTries - held.tries);
    await codes.use(sql, matter.uuid, at);
    return {};
  };
}

function checkUsable(held: HeldCode | null, version: number | undefined, at: Date): asserts held is HeldCode {
  if (held === null || held.version !== version || held.usedAt !== null) throw noCode();
  if (held.tries > mostTries) throw locked();
  if (held.expiresAt <= at) throw expired(held.expiresAt);
}

const hint = 'verifyMatter lets grid staff or the township level verify the result on the spot.';

function noCode(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: 'code: no code was issued for this result.',
    messageZh: 'code：此结果未发放确认码。',
    hint: 'issueConfirmationCode issues one.',
  });
}

function locked(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `code: the result was tried ${mostTries} times with a wrong code; no code confirms it any more.`,
    messageZh: `code：确认码已错 ${mostTries} 次，已锁定。`,
    hint,
  });
}

function expired(expiresAt: Date): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `code: expected before ${expiresAt.toISOString()}.`,
    messageZh: `code：确认码已于 ${expiresAt.toISOString()} 失效。`,
    hint: 'issueConfirmationCode issues another.',
  });
}

function wrongCode(left: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `code: expected the code of this result, got another one; tries left: ${left}.`,
    messageZh: `code：确认码不符，还可再试 ${left} 次。`,
    hint,
    details: { left },
  });
}
