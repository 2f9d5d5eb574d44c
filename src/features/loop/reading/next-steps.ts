import { CityError } from '../../../kernel/city-error.js';
import type { Sql } from '../../../kernel/sql.js';
import { actOfMutation, type Authority, type FindOrganisation, type MutationName } from '../../access/index.js';
import type { Handler, HeldMatter, Matter, MatterReadModel, MatterRegister, PastStep } from '../../matters/index.js';
import type { Transition } from '../procedure/procedure.js';
import { type Procedures, stateIn } from '../procedure/procedures.js';
import { concernOf } from '../steps/held-matter.js';
import type { StepActing } from '../steps/step.js';
import { checkActor, type Judged } from '../steps/who-acts.js';
import { checkOthersWork } from '../verification/own-work.js';
import { mutationOf } from './step-mutation.js';

/** A step that a matter may take next. */
export interface NextStep {
  readonly transition: Transition;
  /** Null while no mutation takes it. */
  readonly mutation: MutationName | null;
  /** Whether the viewer has the right to it and is one of those who may take it; what it carries is judged when it is taken. */
  readonly mayTake: boolean;
}

/** What next steps are found by. */
export interface NextStepParts {
  readonly sql: Sql;
  readonly procedures: Procedures;
  readonly authority: Authority;
  readonly register: Pick<MatterRegister, 'pasts'>;
  readonly matters: Pick<MatterReadModel, 'byUuid' | 'assignmentsOf'>;
  readonly findOrganisation: FindOrganisation;
}

type JudgedMatter = Omit<Judged, 'transition'>;

/** Tells what may come next of matters, and what of it the viewer may do. */
export class NextSteps {
  readonly #parts: NextStepParts;

  constructor(parts: NextStepParts) {
    this.#parts = parts;
  }

  /** In order of the uuids, as many statements for one as for many; none of a matter that the viewer does not see. */
  async of(uuids: readonly string[], acting: StepActing): Promise<readonly (readonly NextStep[])[]> {
    const { sql, register, matters, findOrganisation } = this.#parts;
    const { organisation } = acting.principal;
    const [found, assignments, pasts] = await Promise.all([
      matters.byUuid(acting.scope, uuids),
      matters.assignmentsOf(acting.scope, uuids),
      register.pasts(sql, uuids),
    ]);
    const organisationUuid = organisation === null ? null : await orNobody(findOrganisation(sql, organisation));
    const going = assignments.filter(({ until }) => until === null);
    return Promise.all(
      found.map(async (matter, place) => {
        const handlers = going.filter(({ matterUuid }) => matterUuid === uuids[place]);
        return matter === null ? [] : this.#ofMatter({ ...judgedBy(matter, handlers, pasts[place]!), acting, organisationUuid });
      }),
    );
  }

  async #ofMatter(judged: JudgedMatter): Promise<readonly NextStep[]> {
    const procedure = this.#parts.procedures.of(judged.matter);
    const state = stateIn(procedure, judged.matter);
    const allowed = procedure.transitions.filter(({ from }) => state !== null && from.includes(state));
    return Promise.all(allowed.map((transition) => this.#judged({ ...judged, transition })));
  }

  async #judged(judged: Judged): Promise<NextStep> {
    const mutation = mutationOf(judged.transition.step);
    const mayTake = mutation !== null && this.#hasRight(mutation, judged) && (await isOneOfThem(judged));
    return { transition: judged.transition, mutation, mayTake };
  }

  #hasRight(mutation: MutationName, { matter, acting }: Judged): boolean {
    return this.#parts.authority.mayDecide(acting.principal, actOfMutation[mutation], concernOf(matter, acting));
  }
}

function judgedBy(matter: Matter, handlers: readonly Handler[], past: readonly PastStep[]): Pick<Judged, 'matter' | 'past'> {
  const held: HeldMatter = { ...matter, handlers };
  return { matter: held, past: () => Promise.resolve(past) };
}

/** The steps by which others' work is judged. */
const judging: ReadonlySet<string> = new Set(['verifyMatter', 'sendBackForRework', 'confirmByCode']);

async function isOneOfThem(judged: Judged): Promise<boolean> {
  return allows(async () => {
    await checkActor(judged);
    if (judging.has(judged.transition.step)) await checkOthersWork(judged);
  });
}

async function allows(check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (refusal) {
    if (refusal instanceof CityError && refusal.code === 'FORBIDDEN') return false;
    throw refusal;
  }
}

/** A code that no organisation has, or several, acts for nobody. */
async function orNobody(found: Promise<string>): Promise<string | null> {
  try {
    return await found;
  } catch (refusal) {
    if (refusal instanceof CityError && refusal.fault === 'caller') return null;
    throw refusal;
  }
}
