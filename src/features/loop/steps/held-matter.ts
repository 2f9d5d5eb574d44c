import { CityError } from '../../../kernel/city-error.js';
import type { Concern } from '../../access/index.js';
import type { HeldMatter } from '../../matters/index.js';
import type { StepActing } from './step.js';

/** Whose data an act on a matter touches: where the caller's own office keeps it, that office's; who else may act is said by the procedure. */
export function concernOf(
  { department, divisionCode }: Pick<HeldMatter, 'department' | 'divisionCode'>,
  { principal }: Pick<StepActing, 'principal'>,
): Concern {
  return { owners: department !== null && department === principal.department ? [department] : [], divisions: [divisionCode] };
}

/** The refusal of a matter that is not there or out of scope. */
export function unknownMatter(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'matter: expected a matter that exists and that the caller may see.',
    messageZh: 'matter：该事项不存在，或无权查看。',
    hint: 'The query matters lists those that the caller may see.',
  });
}

/** The refusal of an act on a version of a matter that is no longer the present one. */
export function changedMeanwhile(expected: number, { version, state }: Pick<HeldMatter, 'version' | 'state'>): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `expectedVersion: the matter stands at version ${version} (${state}), expected ${expected}: somebody has changed it meanwhile.`,
    messageZh: `expectedVersion：事项现为第 ${version} 版（${state}），收到第 ${expected} 版：期间已被他人变更。`,
    hint: 'Read the matter again and decide anew.',
    details: { version, expectedVersion: expected },
  });
}
