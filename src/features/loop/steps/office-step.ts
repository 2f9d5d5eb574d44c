import { CityError } from '../../../kernel/city-error.js';
import { gridProcedure } from '../procedure/grid-procedure.js';

const common = new Set(gridProcedure.transitions.map(({ step }) => step));

/** Whether a step is one that only offices' own procedures know; those of the common loop have mutations of their own, with rights of their own. */
export function isOfficesOwn(step: string): boolean {
  return !common.has(step);
}

/** Returns the name of a step of an office's own; throws `BAD_USER_INPUT` for one that has a mutation of its name. */
export function officeStep(step: string): string {
  if (isOfficesOwn(step)) return step;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `step: expected a step of the office's own procedure, got ${step}, which has a mutation of its own.`,
    messageZh: `step：应为部门自有流程的步骤，${step} 有专门的变更操作。`,
    hint: `Use the mutation ${step}.`,
  });
}
