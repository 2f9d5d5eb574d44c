import { CityError } from '../../../kernel/city-error.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import { accountOf, type Principal } from '../../../kernel/principal.js';
import { actsOf } from '../../access/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Actor } from '../procedure/procedure.js';
import type { Situation } from './step.js';

type Judged = Omit<Situation, 'sql' | 'carried' | 'at' | 'state'>;

/** Passes where the caller is one of those who may take the step; throws `FORBIDDEN` naming them otherwise. */
export async function checkActor(judged: Judged): Promise<void> {
  const { transition, acting } = judged;
  for (const actor of transition.by) if (await isActor[actor](judged)) return;
  const { subject, role } = acting.principal;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${transition.step}: expected to be ${transition.by.join(' or ')} of this matter, got ${subject} (${role}).`,
    messageZh: `${transition.step}：须为本事项的 ${transition.by.join(' 或 ')}，当前为 ${subject}（${role}）。`,
    hint: 'assignments of the matter tell who handles it; whoAmI tells for whom the caller acts.',
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
  SUPERVISOR: ({ acting }) => acting.principal.role === 'SUPERVISOR',
  SYSTEM: ({ acting }) => acting.principal.role === 'DEPARTMENT_SYSTEM',
};

/** Whether somebody acts for the county level of a division, or above it. */
export function actsAboveTownship(
  { principal, model }: { readonly principal: Principal; readonly model: CityModel },
  divisionCode: DivisionCode | null,
): boolean {
  const path = divisionCode === null ? [] : model.divisions.pathOf(divisionCode);
  const above = path.filter(({ level }) => level === 'COUNTY' || level === 'CITY').map(({ code }) => code);
  return [...above, model.city.code].some((code) => principal.divisions.includes(code));
}
