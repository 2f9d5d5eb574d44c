import type { Act } from './role-rights.js';

/** Which act each mutation is; one that is not here cannot be asked for a right. */
export const actOfMutation = {
  reportMatter: 'REPORT',
  reviewMatter: 'DISPATCH',
  dispatchMatter: 'DISPATCH',
  acceptMatter: 'HANDLE',
  takeOfficeStep: 'HANDLE',
  declareLink: 'MAP',
  rejectLink: 'MAP',
  withdrawLinkDecision: 'MAP',
  declareLineage: 'MAP',
  redrawGrids: 'REDRAW',
  reviewRedraw: 'REDRAW',
  acknowledgeRedraw: 'REDRAW',
  fileRedraw: 'REDRAW',
  declareCategoryLink: 'DECLARE',
  withdrawCategoryLink: 'DECLARE',
  declareOrganisationId: 'DECLARE',
  withdrawOrganisationId: 'DECLARE',
  moveDuties: 'DECLARE',
  applyForAdmission: 'HANDLE',
  reviewAdmission: 'DECLARE',
  publishAdmissionList: 'DECLARE',
  publishWhistleList: 'DECLARE',
  publishDutyList: 'DECLARE',
  shareData: 'SHARE',
  withdrawSharing: 'SHARE',
  revealSealed: 'REVEAL',
  upsertGrids: 'SUPPLY',
  upsertMatters: 'SUPPLY',
  proposeDeliberation: 'REPORT',
  withdrawProposal: 'REPORT',
  holdDeliberation: 'HANDLE',
  decideDeliberation: 'HANDLE',
  carryOutDecision: 'HANDLE',
  returnToDeliberation: 'DISPATCH',
} as const satisfies Readonly<Record<string, Act>>;

/** The name of a mutation that asks for a right. */
export type MutationName = keyof typeof actOfMutation;
