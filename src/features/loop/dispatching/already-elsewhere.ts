import { CityError } from '../../../kernel/city-error.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { finalStates, type Matter } from '../../matters/index.js';
import { isLawful, type Procedures } from '../procedure/procedures.js';
import type { Situation } from '../steps/step.js';

/**
 * The matters that people have linked with one: what the scope shows of them, none that is sealed. So a refusal tells nobody of a petition
 * that they may not know of.
 */
export type LinkedMatters = (sql: Sql, scope: Scope, matterUuid: string) => Promise<readonly Pick<Matter, 'department' | 'state'>[]>;

/** What is looked at. */
export interface ElsewhereParts {
  readonly linkedMatters: LinkedMatters;
  readonly procedures: Procedures;
}

/**
 * Passes a matter that may be dispatched; one that is in petition or litigation already, under another number, is explained to who reported
 * it. Throws `ILLEGAL_TRANSITION` with the step that does so.
 */
export async function checkNotElsewhere(
  { sql, matter, acting, transition: { step }, state }: Situation,
  { linkedMatters, procedures }: ElsewhereParts,
): Promise<void> {
  const procedure = procedures.of(matter);
  if (matter.sealed || isLawful(procedure)) return;
  const linked = await linkedMatters(sql, acting.scope, matter.uuid);
  const isElsewhere = linked.some(
    (other) => other.state === 'OTHER_PROCEDURE' || (isLawful(procedures.of(other)) && !finalStates.includes(other.state)),
  );
  if (!isElsewhere) return;
  const allowed = procedure.transitions
    .filter(({ from, to }) => from.includes(state) && procedure.states[to]?.common === 'OTHER_PROCEDURE')
    .map((transition) => transition.step);
  throw new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `${step}: a matter that is linked with this one is in petition or litigation already; expected explainMatter.`,
    messageZh: `${step}：与本事项关联的事项已进入信访、诉讼等法定程序，应予说明、引导，不再派单。`,
    hint: 'links of the matter tell which one; dispatch is no way for it.',
    details: { allowed, state },
  });
}
