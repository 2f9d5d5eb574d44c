import type { ActParts } from '../../../src/features/access/index.js';
import type { CityModel } from '../../../src/features/crosswalk/index.js';
import { gridProcedure } from '../../../src/features/loop/index.js';
import { Procedures } from '../../../src/features/loop/procedure/procedures.js';
import { type Carried, nothingCarried } from '../../../src/features/loop/steps/step.js';
import { ClosedLoop } from '../../../src/features/loop/steps/take-step.js';
import type { Handler, HeldMatter, Matter, MatterRegister, PastStep, TakenStep } from '../../../src/features/matters/index.js';
import type { Principal } from '../../../src/kernel/principal.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { aPrincipal } from '../access/a-principal.js';
import { aScope } from '../access/a-scope.js';

const noSql: Sql = { query: () => Promise.reject(new Error('No database stands behind this fake.')) };

/** A matter as it was reported by `reporter` in the division 990101001001, with whatever a test changes. */
export function aMatter(changed: Partial<HeldMatter> = {}): HeldMatter {
  return {
    ...{
      id: 'm',
      uuid: 'm',
      typeName: 'PlatformMatter',
      department: null,
      localId: '1',
      bornIn: 'PLATFORM',
      source: 'GRID',
      title: '路灯不亮',
    },
    ...{
      standard: null,
      categoryKind: null,
      categoryCode: null,
      state: 'REPORTED',
      officeState: null,
      keeperUuid: 'keeper',
      leadUuid: null,
    },
    ...{ sealed: false, longitude: null, latitude: null, divisionCode: '990101001001', gridUuid: null, unitUuid: null },
    ...{ reportedAt: new Date(0), dueAt: null, yellowAt: null, closedAt: null, version: 1, reportedTransition: null },
    handlers: [] as readonly Handler[],
    ...changed,
  };
}

/** A city of three levels, as far as who acts looks at it. */
export const smallModel = {
  city: { code: '990100', timeZone: 'Asia/Shanghai' },
  divisions: {
    pathOf: () => [
      { code: '990101001001', level: 'COMMUNITY' },
      { code: '990101001', level: 'TOWNSHIP' },
      { code: '990101', level: 'COUNTY' },
      { code: '990100', level: 'CITY' },
    ],
  },
} as unknown as CityModel;

/** Everything that any step of the common loop may have to carry. */
const plenty: Carried = {
  ...nothingCarried,
  ...{ reason: '理由', result: '结果', organisations: ['lead'], until: '2026-12-31', limit: { amount: 1, unit: 'WORKING_DAYS' } },
  ...{ otherMatter: 'other', decision: 'GRANTED', code: 'ABCDEFGH', team: [{ organisation: 'lead', level: 'GRID', task: '巡查' }] },
  scores: { side: 'RESIDENT', organisation: null, responded: true, solved: true, satisfied: true, score: null },
};

/** A matter in memory that the engine moves; what each step wrote can be read back. */
export class WalkedMatter {
  matter = aMatter();
  readonly history: TakenStep[] = [];
  readonly #loop: ClosedLoop;

  constructor() {
    this.#loop = new ClosedLoop({
      ...this.#actParts(),
      register: this.#register(),
      procedures: new Procedures(new Map()),
      timing: { move: () => Promise.resolve({ deadline: null, written: Promise.resolve() }) } as never,
      matters: { byUuid: () => Promise.resolve([]) },
      outbound: { append: () => Promise.resolve() },
      notices: { append: () => Promise.resolve() },
      model: () => smallModel,
      findOrganisation: (_, code) => Promise.resolve(code),
      clock: { now: () => new Date('2026-03-10T02:00:00Z') },
      effects: {
        dispatchMatter: ({ carried }) => Promise.resolve({ handlers: [{ organisationUuid: carried.organisations[0]!, role: 'LEAD' }] }),
      },
    });
  }

  /** Takes a step as the first of the people who may take it; answers the code of the refusal, null where it was taken. */
  async step(name: string, changed: { readonly version?: number; readonly by?: Principal } = {}): Promise<string | null> {
    const wish = {
      idempotencyKey: 'k',
      matterUuid: 'm',
      expectedVersion: changed.version ?? this.matter.version,
      step: name,
      carried: plenty,
    };
    const by = changed.by === undefined ? everybody : [changed.by];
    let refusal: string | null = null;
    for (const principal of by) {
      const acting = { principal, requestId: 'r', scope: aScope(), model: smallModel };
      refusal = await this.#loop.take(wish, acting, 'reviewMatter').then(
        () => null,
        (error: { readonly code: string }) => error.code,
      );
      if (refusal !== 'FORBIDDEN') return refusal;
    }
    return refusal;
  }

  #actParts(): ActParts {
    return {
      authority: { mayEver: () => true, mayDecide: () => true },
      inTransaction: (work) => work(noSql),
      audit: { record: () => Promise.resolve(), write: () => Promise.resolve() },
      idempotency: { claim: () => Promise.resolve(null), keep: () => Promise.resolve() },
    };
  }

  #register(): MatterRegister {
    const past = (): readonly PastStep[] => [reported, ...this.history.map(pastOf)];
    return {
      hold: () => Promise.resolve(this.matter),
      past: () => Promise.resolve(past()),
      pasts: () => Promise.resolve([past()]),
      read: () => Promise.resolve(this.matter),
      setDeadline: () => Promise.resolve(),
      take: (_, taken) => Promise.resolve(this.#write(taken)),
    };
  }

  #write(taken: TakenStep): Matter {
    this.history.push(taken);
    const handlers = taken.handlers ?? this.matter.handlers;
    const leadUuid = handlers.find(({ role }) => role === 'LEAD')?.organisationUuid ?? null;
    const { state, closedAt } = taken;
    this.matter = { ...this.matter, state, closedAt, handlers, leadUuid, version: this.matter.version + 1 };
    return this.matter;
  }
}

/** One for each actor of the common loop. */
const everybody: readonly Principal[] = [
  aPrincipal(['990101001001'], { subject: 'reporter', role: 'GRID_WORKER' }),
  aPrincipal(['990101'], { subject: 'dispatcher', role: 'GOVERNANCE_CENTRE' }),
  aPrincipal(['990100'], { subject: 'lead', role: 'DEPARTMENT_HANDLER', organisation: 'lead' }),
  aPrincipal(['990100'], { subject: 'supervisor', role: 'SUPERVISOR' }),
];

const reported: PastStep = {
  ...{ version: 1, step: 'reportMatter', toState: 'REPORTED', officeState: null, organisationUuid: null, madeBy: '/reporter' },
  ...{ carried: null, occurredAt: new Date(0) },
};

function pastOf({ step, state, officeState, organisationUuid, madeBy, carried, at }: TakenStep, place: number): PastStep {
  return { version: place + 2, step, toState: state, officeState, organisationUuid, madeBy, carried, occurredAt: at };
}

/** The names of all steps of the common loop. */
export const allSteps: readonly string[] = [...new Set(gridProcedure.transitions.map(({ step }) => step))];
