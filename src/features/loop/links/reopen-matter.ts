import { CityError } from '../../../kernel/city-error.js';
import { accountOf } from '../../../kernel/principal.js';
import type { ReportingAgain } from '../../matters/index.js';
import { refusedByRule } from '../steps/refused-by-rule.js';
import type { StepEffect } from '../steps/step.js';
import type { FindReopening, MatterLinkStore, OpenReopening } from './ports.js';

/** What reopening needs. */
export interface ReopeningParts {
  readonly reportingAgain: Pick<ReportingAgain, 'report'>;
  readonly links: MatterLinkStore;
  readonly findReopening: FindReopening;
}

/** Takes a closed matter up again as a new one that is linked to it, one at a time; the first stays closed. */
export function reopenMatter({ reportingAgain, links, findReopening }: ReopeningParts): StepEffect {
  return async ({ sql, matter, acting, at }) => {
    if (matter.sealed) throw sealedStays();
    const open = await findReopening(sql, acting.scope, matter.uuid);
    if (open !== null) throw reopenedAlready(open);
    const by = accountOf(acting.principal);
    const fromUuid = await reportingAgain.report(sql, matter, { model: acting.model, reportedBy: by });
    await links.confirm(sql, { fromUuid, toUuid: matter.uuid, kind: 'REOPENS' }, { by, at });
    return { kept: { reopenedAs: fromUuid } };
  };
}

/** The words of a sealed matter are in its office's hands alone: a new one made here would have none. */
const sealedStays = (): CityError =>
  refusedByRule({
    step: 'reopenMatter',
    message: 'a sealed matter is not reopened here',
    messageZh: '密封事项不在本平台重开',
    hint: '由承办部门在其登记系统中重开。Its office reopens it in its own register; the platform follows.',
  });

function reopenedAlready({ localId, isShown }: OpenReopening): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `reopenMatter: it was reopened already${isShown ? ` as ${localId}` : ''}, which is not closed yet.`,
    messageZh: `reopenMatter：该事项已重开${isShown ? `为 ${localId}` : ''}，尚未办结，不得再次重开。`,
    hint: 'Go on with that matter; links of this one tell it.',
    details: isShown ? { reopenedAs: localId } : {},
  });
}
