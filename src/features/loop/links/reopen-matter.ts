import { accountOf } from '../../../kernel/principal.js';
import type { ReportingAgain } from '../../matters/index.js';
import type { StepEffect } from '../steps/step.js';
import type { MatterLinkStore } from './ports.js';

/** What reopening needs. */
export interface ReopeningParts {
  readonly reportingAgain: Pick<ReportingAgain, 'report'>;
  readonly links: MatterLinkStore;
}

/** Takes a closed matter up again as a new one that is linked to it; the first stays closed. */
export function reopenMatter({ reportingAgain, links }: ReopeningParts): StepEffect {
  return async ({ sql, matter, acting, at }) => {
    const by = accountOf(acting.principal);
    const fromUuid = await reportingAgain.report(sql, matter, { model: acting.model, reportedBy: by });
    await links.confirm(sql, { fromUuid, toUuid: matter.uuid, kind: 'REOPENS' }, { by, at });
    return { kept: { reopenedAs: fromUuid } };
  };
}
