import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Matter } from '../../matters/index.js';
import { checkProcedure } from './check-procedure.js';
import { gridProcedure } from './grid-procedure.js';
import type { Procedure } from './procedure.js';

/** The procedures of a city: the common one, and those that offices have of their own. */
export class Procedures {
  readonly #own: ReadonlyMap<DepartmentCode, Procedure>;

  /** Throws, naming the faults, for a procedure that cannot run: a platform does not start on it. */
  constructor(own: ReadonlyMap<DepartmentCode, Procedure>) {
    [gridProcedure, ...own.values()].forEach(checkProcedure);
    this.#own = own;
  }

  /** The common one first. */
  all(): readonly Procedure[] {
    return [gridProcedure, ...this.#own.values()];
  }

  /** The procedure that a matter follows: its office's own where that has one. */
  of({ department }: Pick<Matter, 'department'>): Procedure {
    return (department === null ? undefined : this.#own.get(department)) ?? gridProcedure;
  }
}

/** Whether a procedure is one of the law's own, such as petition: nobody dispatches what is in it. */
export function isLawful({ transitions }: Procedure): boolean {
  return !transitions.some(({ step }) => step === 'dispatchMatter');
}

/** The state of a matter in its procedure: the office's word where it is one of the procedure's, else its first state that counts as the common one; null where it has none. */
export function stateIn({ states }: Procedure, { state, officeState }: Pick<Matter, 'state' | 'officeState'>): string | null {
  if (officeState !== null && states[officeState]?.common === state) return officeState;
  return Object.keys(states).find((name) => states[name]!.common === state) ?? null;
}
