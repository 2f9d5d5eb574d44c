import { wordEnum } from '../../../graphql/word-enum.js';
import type { DeliberationPlatform, DeliberationState } from '../deliberation.js';

/** The enum `DeliberationState`. */
export const DeliberationStateEnum = wordEnum<DeliberationState>({
  name: 'DeliberationState',
  description: '议事的状态。Where a deliberation stands.',
  words: {
    PROPOSED: '已提事，待议。Proposed, to be deliberated.',
    DELIBERATED: '已议，待决，也可再议。Deliberated, to be decided or deliberated further.',
    ADOPTED: '社区已决定采纳，待实施。Adopted by the community, to be carried out.',
    NOT_ADOPTED: '社区决定不采纳。Not adopted by the community.',
    CARRIED_OUT: '已实施。Carried out.',
    RETURNED: '退回再议。Returned, to be deliberated again.',
    WITHDRAWN: '提事人已撤回。Taken back by whoever proposed it.',
  },
});

/** The enum `DeliberationPlatform`. */
export const DeliberationPlatformEnum = wordEnum<DeliberationPlatform>({
  name: 'DeliberationPlatform',
  description: '议事平台的层次。The round at which residents deliberate.',
  words: {
    COMMUNITY: '社区。The community.',
    GRID: '网格。The grid.',
    ESTATE: '小区。The housing estate.',
    BUILDING: '楼栋。The building.',
  },
});

/** What a decision comes to. */
export type DecisionOutcome = 'ADOPTED' | 'NOT_ADOPTED';

/** The enum `DecisionOutcome`. */
export const DecisionOutcomeEnum = wordEnum<DecisionOutcome>({
  name: 'DecisionOutcome',
  description: '社区决事的结论。What the community decides.',
  words: { ADOPTED: '采纳。Adopted.', NOT_ADOPTED: '不采纳。Not adopted.' },
});
