import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { OrganisationReadModel } from '../../elements/index.js';
import type { MatterReadModel } from '../../matters/index.js';
import type { ConfirmationCodes } from '../confirmation/issue-code.js';
import type { MatterLinking } from '../links/link-matters.js';
import type { DuplicateReadModel, MatterLinkReadModel } from '../links/ports.js';
import type { LoopReading } from '../reading/loop-reading.js';
import type { ClosedLoop } from '../steps/take-step.js';
import type { SupervisionReadModel } from '../supervision/ports.js';
import { IssueCodeResolver } from './codes/issue-code.resolver.js';
import { HistoryCarriedResolver } from './fields/history-carried.resolver.js';
import { MatterLoopResolver } from './fields/matter-loop.resolver.js';
import { TeamOrganisationResolver } from './fields/team-organisation.resolver.js';
import { DuplicateProposalsResolver } from './links/duplicate-proposals.resolver.js';
import { LinkDecisionResolver } from './links/link-decision.resolver.js';
import { LinkingResolver, MatterLinksResolver } from './links/links.resolver.js';
import { ProceduresResolver } from './procedures/procedures.resolver.js';
import { DispatchResolver } from './steps/dispatch.resolver.js';
import { HandlingResolver } from './steps/handling.resolver.js';
import { OfficeStepResolver } from './steps/office-step.resolver.js';
import { ReviewResolver } from './steps/review.resolver.js';
import { StepsAsked } from './steps/steps-asked.js';
import { VerificationResolver } from './steps/verification.resolver.js';
import { MatterSupervisionsResolver, SupervisingOrganisationResolver, SupervisionResolver } from './supervision/supervision.resolver.js';
import { TimeResolver } from './time/time.resolver.js';

/** What the loop's resolvers are answered from. */
export interface LoopSources {
  readonly loop: ClosedLoop;
  readonly codes: ConfirmationCodes;
  readonly loopReading: LoopReading;
  readonly matterLinks: MatterLinkReadModel;
  readonly duplicates: DuplicateReadModel;
  readonly linking: MatterLinking;
  readonly supervisions: SupervisionReadModel;
  readonly matters: Pick<MatterReadModel, 'byUuid'>;
  readonly cursors: PageCursors;
}

/** The resolvers of the loop. */
export function loopResolvers(sources: LoopSources, organisations: OrganisationReadModel): readonly object[] {
  const { loop, codes, loopReading, matterLinks, supervisions, matters } = sources;
  const steps = new StepsAsked(loop, codes);
  return [
    new DispatchResolver(steps),
    new ReviewResolver(steps),
    new HandlingResolver(steps),
    new VerificationResolver(steps),
    new OfficeStepResolver(steps),
    new IssueCodeResolver(codes),
    new ProceduresResolver(loopReading.procedures),
    new MatterLoopResolver(loopReading),
    new TeamOrganisationResolver(organisations),
    new HistoryCarriedResolver(),
    new TimeResolver(steps),
    new SupervisionResolver(steps),
    new MatterSupervisionsResolver(supervisions),
    new SupervisingOrganisationResolver(organisations),
    new LinkingResolver(steps),
    new MatterLinksResolver({ links: matterLinks, matters }),
    new DuplicateProposalsResolver(sources),
    new LinkDecisionResolver(sources),
  ];
}
