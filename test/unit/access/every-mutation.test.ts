import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema } from 'graphql';

import { rightsDecide } from '../../../src/features/access/index.js';
import { actOfMutation, type MutationName } from '../../../src/features/access/mutation-acts.js';
import { type Principal, type Role, roles } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';

const mutations = Object.keys(
  buildSchema(readFileSync(join(__dirname, '../../../schema/all-elements.graphql'), 'utf8'))
    .getMutationType()!
    .getFields(),
) as readonly MutationName[];

const parents: Readonly<Record<string, string>> = { '360203': '360200', '360222': '360200' };
const pathOf = (code: string): readonly string[] => (code in parents ? [code, ...pathOf(parents[code]!)] : [code]);
const authority = rightsDecide(() => ({ cityCode: '360200', pathOf }));

/** People of a role in one county: what they may do in it and beside it, about data of their own office and of another's. */
const places = { here: ['360203'], there: ['360222'], city: [null] } as const;
const owners = { own: ['PETITION'], other: ['HOUSING'], both: ['PETITION', 'HOUSING'] } as const;

const cellsOf = (principal: Principal, mutation: MutationName): readonly string[] =>
  Object.entries(owners).flatMap(([whose, sides]) =>
    Object.entries(places).flatMap(([where, divisions]) =>
      authority.mayDecide(principal, actOfMutation[mutation], { owners: sides, divisions }) ? [`${whose} ${where}`] : [],
    ),
  );
const person = (role: Role, department: string | null, divisions = ['360203']): Principal => aPrincipal(divisions, { role, department });

const anybody: readonly Role[] = roles.filter((role) => !role.endsWith('ADMINISTRATOR') && !['SCREEN', 'AUDITOR'].includes(role));
const stewards: readonly Role[] = ['GRID_OFFICE', 'DATA_STEWARD'];
const dispatchers: readonly Role[] = ['TOWNSHIP_DISPATCHER', 'GOVERNANCE_CENTRE', 'HOTLINE', 'GRID_OFFICE'];
const handlers: readonly Role[] = [
  'COMMUNITY_STAFF',
  'TOWNSHIP_DISPATCHER',
  'GOVERNANCE_CENTRE',
  'DEPARTMENT_HANDLER',
  'DEPARTMENT_SYSTEM',
];
const verifiers: readonly Role[] = ['GRID_WORKER', 'COMMUNITY_STAFF', 'TOWNSHIP_DISPATCHER', 'GOVERNANCE_CENTRE', 'HOTLINE'];

/** Who may ever do each mutation; a new one has to be entered here, or nobody has thought of who may do it. */
const whoMay: Readonly<Record<string, readonly Role[]>> = {
  reportMatter: anybody,
  reviewMatter: dispatchers,
  settleOnSpot: verifiers,
  returnForFacts: dispatchers,
  supplementFacts: anybody,
  refuseMatter: dispatchers,
  explainMatter: dispatchers,
  withdrawMatter: anybody,
  dispatchMatter: dispatchers,
  blowWhistle: dispatchers,
  acceptMatter: handlers,
  requestExtension: handlers,
  decideExtension: dispatchers,
  suspendMatter: dispatchers,
  resumeMatter: handlers,
  appealOverdue: handlers,
  decideAppeal: dispatchers,
  urgeMatter: anybody,
  superviseMatter: ['GOVERNANCE_CENTRE', 'GRID_OFFICE', 'SUPERVISOR'],
  answerSupervision: handlers,
  reopenMatter: anybody,
  mergeMatters: dispatchers,
  confirmDuplicate: dispatchers,
  rejectDuplicate: dispatchers,
  linkTicket: dispatchers,
  linkMatters: dispatchers,
  takeOfficeStep: handlers,
  objectToDispatch: handlers,
  formJointTeam: handlers,
  beginHandling: handlers,
  submitFeedback: handlers,
  verifyMatter: verifiers,
  issueConfirmationCode: handlers,
  confirmByCode: anybody,
  closeMatter: dispatchers,
  evaluateMatter: anybody,
  declareLink: ['DEPARTMENT_SYSTEM', ...stewards],
  rejectLink: ['DEPARTMENT_SYSTEM', ...stewards],
  withdrawLinkDecision: ['DEPARTMENT_SYSTEM', ...stewards],
  declareLineage: ['DEPARTMENT_SYSTEM', ...stewards],
  redrawGrids: ['TOWNSHIP_DISPATCHER', ...stewards],
  reviewRedraw: ['TOWNSHIP_DISPATCHER', ...stewards],
  acknowledgeRedraw: ['TOWNSHIP_DISPATCHER', ...stewards],
  fileRedraw: ['TOWNSHIP_DISPATCHER', ...stewards],
  declareCategoryLink: stewards,
  withdrawCategoryLink: stewards,
  declareOrganisationId: stewards,
  withdrawOrganisationId: stewards,
  moveDuties: stewards,
  applyForAdmission: ['COMMUNITY_STAFF', 'TOWNSHIP_DISPATCHER', 'GOVERNANCE_CENTRE', 'DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM'],
  reviewAdmission: stewards,
  publishAdmissionList: stewards,
  publishWhistleList: stewards,
  publishDutyList: stewards,
  shareData: stewards,
  withdrawSharing: stewards,
  revealSealed: ['DEPARTMENT_HANDLER'],
  upsertGrids: ['DEPARTMENT_SYSTEM'],
  upsertMatters: ['DEPARTMENT_SYSTEM'],
  proposeDeliberation: anybody,
  withdrawProposal: anybody,
  holdDeliberation: handlers,
  decideDeliberation: handlers,
  carryOutDecision: handlers,
  returnToDeliberation: dispatchers,
};

test('every mutation of the schema says who may do it', () => {
  expect([Object.keys(whoMay).sort(), Object.keys(actOfMutation).sort()]).toEqual([[...mutations].sort(), [...mutations].sort()]);
});

test.each(mutations)('A57: %s is ever done by these roles alone', (mutation) => {
  const may = roles.filter((role) => authority.mayEver(person(role, 'PETITION'), actOfMutation[mutation]));
  expect(may).toEqual(roles.filter((role) => whoMay[mutation]!.includes(role)));
});

// Sealed parts are for their own office alone, wherever: reveal-sealed.ts asks for more than this authority does.
describe.each(mutations.filter((mutation) => mutation !== 'revealSealed'))('A57: %s', (mutation) => {
  const may = (role: Role): boolean => whoMay[mutation]!.includes(role);
  const isSharing = actOfMutation[mutation] === 'SHARE';

  test.each(roles)('by a %s of an office in one county', (role) => {
    const cells = isSharing ? ['own here'] : ['own here', 'both here'];
    expect(cellsOf(person(role, 'PETITION'), mutation)).toEqual(may(role) ? cells : []);
  });

  test.each(roles)('by a %s of no office in one county', (role) => {
    const cells = isSharing ? [] : ['own here', 'other here', 'both here'];
    expect(cellsOf(person(role, null), mutation)).toEqual(may(role) ? cells : []);
  });

  test.each(roles)('by a %s of an office in the whole city', (role) => {
    const cells = ['own', ...(isSharing ? [] : ['both'])].flatMap((whose) => Object.keys(places).map((where) => `${whose} ${where}`));
    expect(cellsOf(person(role, 'PETITION', ['360200']), mutation)).toEqual(may(role) ? cells : []);
  });
});
