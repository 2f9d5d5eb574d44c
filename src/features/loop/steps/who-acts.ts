import { CityError } from '../../../kernel/city-error.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import { accountOf, type Principal } from '../../../kernel/principal.js';
import { actsOf } from '../../access/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { PastStep } from '../../matters/index.js';
import type { Actor } from '../procedure/procedure.js';
import type { Situation } from './step.js';

/** What a caller's part in a matter is judged by. */
export type Judged = Pick<Situation, 'transition' | 'acting' | 'matter' | 'organisationUuid' | 'past'>;

/** Passes where the caller is one of those who may take the step; throws `FORBIDDEN` naming them otherwise. */
export async function checkActor(judged: Judged): Promise<void> {
  const { transition, acting } = judged;
  if (transition.judges && acting.principal.kind === 'MACHINE') throw notForMachines(judged);
  await checkApart(judged);
  if (await actsIn(judged)) return;
  const { subject, role } = acting.principal;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${transition.step}: expected to be ${transition.by.join(' or ')} of this matter, got ${subject} (${role}).`,
    messageZh: `${transition.step}：须为本事项的 ${transition.by.join(' 或 ')}，当前为 ${subject}（${role}）。`,
    hint: 'assignments of the matter tell who handles it; whoAmI tells for whom the caller acts.',
  });
}

async function actsIn(judged: Judged): Promise<boolean> {
  const { principal } = judged.acting;
  const mayBe = (actor: Actor): boolean => principal.kind === 'PERSON' || !isPersons(actor, principal);
  for (const actor of judged.transition.by) if (mayBe(actor) && (await isActor[actor](judged))) return true;
  return false;
}

/** What no machine is: grid staff, whoever filed or supervises; and an office's machine acts for its own office alone, not for the place it serves. */
function isPersons(actor: Actor, { department }: Principal): boolean {
  if (actor === 'TOWNSHIP' || actor === 'COUNTY') return department !== null;
  return actor === 'GRID_STAFF' || actor === 'FILER' || actor === 'SUPERVISOR';
}

function notForMachines({ transition: { step }, acting }: Judged): CityError {
  const { subject, role } = acting.principal;
  return new CityError({
    code: 'FORBIDDEN',
    message: `${step}: expected a person; ${subject} (${role}) is a machine, and nobody would answer for what it decides.`,
    messageZh: `${step}：须由人员作出，${subject}（${role}）为系统账号，不得核实、结项、评价或裁定。`,
    hint: 'The office’s own system tells through its feed what its staff have decided.',
  });
}

const isActor: Readonly<Record<Actor, (judged: Judged) => boolean | Promise<boolean>>> = {
  GRID_STAFF: ({ acting }) => ['GRID_WORKER', 'COMMUNITY_STAFF'].includes(acting.principal.role),
  TOWNSHIP: ({ acting }) => actsOf(acting.principal).includes('DISPATCH'),
  COUNTY: ({ acting, matter }) => actsOf(acting.principal).includes('DISPATCH') && actsAboveTownship(acting, matter.divisionCode),
  LEAD: ({ organisationUuid, matter }) => organisationUuid !== null && organisationUuid === matter.leadUuid,
  TEAM: ({ organisationUuid, matter }) => matter.handlers.some((handler) => handler.organisationUuid === organisationUuid),
  KEEPER: ({ organisationUuid, matter }) => organisationUuid === matter.keeperUuid,
  REPORTER: async ({ past, acting }) => (await past())[0]?.madeBy === accountOf(acting.principal),
  OFFICE: ({ acting, matter }) => matter.department !== null && acting.principal.department === matter.department,
  FILER: (judged) => isFiler(judged),
  SUPERVISOR: ({ acting }) => acting.principal.role === 'SUPERVISOR',
  SYSTEM: ({ acting }) => acting.principal.role === 'DEPARTMENT_SYSTEM',
};

/** Whoever filed the matter closes it; where an office told of the filing, no account is known, and the office it is. */
async function isFiler({ acting, matter, past }: Judged): Promise<boolean> {
  const filed = (await past()).filter(({ step }) => step === 'fileCase').at(-1);
  if (filed !== undefined && filed.madeBy !== null) return filed.madeBy === accountOf(acting.principal);
  return matter.department !== null && acting.principal.department === matter.department;
}

/**
 * Throws `FORBIDDEN` for an account that took one of the steps which this one must stay apart from, and for others of its organisation save
 * where the step is the leading organisation's own to take.
 */
async function checkApart({ transition: { step, by, apartFrom = [] }, acting, organisationUuid, past }: Judged): Promise<void> {
  if (apartFrom.length === 0) return;
  const account = accountOf(acting.principal);
  const isOwn = (taken: PastStep): boolean =>
    taken.madeBy === account || (!by.includes('LEAD') && organisationUuid !== null && taken.organisationUuid === organisationUuid);
  const own = (await past()).find((taken) => taken.step !== null && apartFrom.includes(taken.step) && isOwn(taken));
  if (own === undefined) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${step}: expected another account and organisation than those that took ${own.step}: nobody checks work of their own.`,
    messageZh: `${step}：须由办理（${own.step}）以外的人员和单位进行，不得自办自核。`,
  });
}

/**
 * Whether somebody acts for the county level of a division, or above it: the city. The hotline reaches over the whole city, but passes on
 * what was called in and is no level that decides between departments.
 */
export function actsAboveTownship(
  { principal, model }: { readonly principal: Principal; readonly model: CityModel },
  divisionCode: DivisionCode | null,
): boolean {
  if (principal.role === 'HOTLINE') return false;
  const path = divisionCode === null ? [] : model.divisions.pathOf(divisionCode);
  const above = path.filter(({ level }) => level === 'COUNTY' || level === 'CITY').map(({ code }) => code);
  return [...above, model.city.code].some((code) => principal.divisions.includes(code));
}
