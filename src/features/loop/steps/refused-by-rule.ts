import { CityError } from '../../../kernel/city-error.js';

/** A rule of the process that a step would break, in both languages, without the step's name. */
export interface BrokenRule {
  readonly step: string;
  readonly message: string;
  readonly messageZh: string;
  readonly hint?: string;
}

/** The refusal of a step that the table allows in this state, but what has happened before does not. */
export function refusedByRule({ step, message, messageZh, hint }: BrokenRule): CityError {
  return new CityError({ code: 'FORBIDDEN', message: `${step}: ${message}.`, messageZh: `${step}：${messageZh}。`, ...(hint && { hint }) });
}
