// Longer than other files, since it is one table: every state and every step of a petition, and every limit of the law.
import {
  type ClockMove,
  end,
  extend,
  type LawfulLimit,
  pause,
  type Procedure,
  type ProcedureState,
  restart,
  resume,
  start,
  state,
  stepsAtAnyTime,
  stop,
  type Transition,
} from '../../features/loop/index.js';

const regulation = '信访工作条例（2022）';

/** Days are calendar days (日) unless the regulation says working days (工作日). */
const limits: readonly LawfulLimit[] = [
  { clock: 'REFERRAL', limit: { amount: 15, unit: 'CALENDAR_DAYS' }, source: `${regulation}第二十二条：收到之日起15日内登记并转送、交办` },
  { clock: 'ACCEPTANCE', limit: { amount: 15, unit: 'CALENDAR_DAYS' }, source: `${regulation}第二十三条：15日内书面告知是否受理` },
  { clock: 'OBJECTION', limit: { amount: 5, unit: 'WORKING_DAYS' }, source: `${regulation}第二十三条：5个工作日内提出异议并说明理由` },
  { clock: 'HANDLING', limit: { amount: 60, unit: 'CALENDAR_DAYS' }, source: `${regulation}第三十四条：受理之日起60日内办结` },
  {
    clock: 'HANDLING_EXTENSION',
    limit: { amount: 30, unit: 'CALENDAR_DAYS' },
    source: `${regulation}第三十四条：经批准延长不超过30日并告知理由`,
  },
  {
    clock: 'SIMPLE_HANDLING',
    limit: { amount: 10, unit: 'WORKING_DAYS' },
    source: '信访事项简易办理办法：受理之日起10个工作日内作出处理意见',
  },
  {
    clock: 'REEXAMINATION_REQUEST',
    limit: { amount: 30, unit: 'CALENDAR_DAYS' },
    source: `${regulation}第三十五条：收到书面答复之日起30日内请求复查`,
  },
  { clock: 'REEXAMINATION', limit: { amount: 30, unit: 'CALENDAR_DAYS' }, source: `${regulation}第三十五条：30日内提出复查意见` },
  {
    clock: 'FINAL_REVIEW_REQUEST',
    limit: { amount: 30, unit: 'CALENDAR_DAYS' },
    source: `${regulation}第三十六条：收到复查意见之日起30日内请求复核`,
  },
  {
    clock: 'FINAL_REVIEW',
    limit: { amount: 30, unit: 'CALENDAR_DAYS' },
    source: `${regulation}第三十六条：30日内提出复核意见，听证时间不计`,
  },
];

const states: Readonly<Record<string, ProcedureState>> = {
  提出: state('REPORTED', '提出'),
  登记: state('REPORTED', '登记'),
  待转送: state('UNDER_REVIEW', '待转送'),
  不予受理: end('REFUSED', '不予受理'),
  并案: end('MERGED', '并案'),
  引导法定途径: end('OTHER_PROCEDURE', '引导法定途径'),
  转政法机关: end('OTHER_PROCEDURE', '转政法机关'),
  转纪检监察: end('OTHER_PROCEDURE', '转纪检监察'),
  转送交办: state('DISPATCHED', '转送交办'),
  管辖异议: state('OBJECTED', '管辖异议'),
  受理: state('ACCEPTED', '受理'),
  办理中: state('HANDLING', '办理中'),
  延期待批: state('HANDLING', '延期待批'),
  延期办理: state('HANDLING', '延期办理'),
  简易办理: state('HANDLING', '简易办理'),
  分类办理: state('HANDLING', '分类办理'),
  挂账: state('SUSPENDED', '挂账'),
  复查中: state('HANDLING', '复查中'),
  复核中: state('HANDLING', '复核中'),
  复核听证: state('HANDLING', '复核听证'),
  答复: state('FEEDBACK', '答复'),
  复查意见: state('FEEDBACK', '复查意见'),
  待评价: state('VERIFYING', '待评价'),
  办结: end('CLOSED', '办结'),
  已评价: end('EVALUATED', '已评价'),
  已撤回: end('WITHDRAWN', '已撤回'),
  终结: end('CLOSED', '终结'),
};

const open = Object.keys(states).filter((name) => !states[name]!.isFinal);
const withTheOffice = ['提出', '登记', '待转送'];
const withTheUnit = ['受理', '办理中', '延期待批', '延期办理', '简易办理', '分类办理'];
const answered = ['答复', '待评价', '办结', '已评价'];
const handlingEnds: readonly ClockMove[] = [stop('HANDLING'), stop('SIMPLE_HANDLING')];

/** The petition office itself: registered and referred within 15 days (Art. 22). The township level refers nothing. */
const referral: readonly Transition[] = [
  { step: 'registerPetition', from: ['提出'], to: '登记', by: ['OFFICE'], carries: [], clocks: [] },
  { step: 'classifyPetition', from: ['登记'], to: '待转送', by: ['OFFICE'], carries: [], clocks: [] },
  {
    step: 'referPetition',
    from: ['登记', '待转送'],
    to: '转送交办',
    by: ['OFFICE'],
    carries: ['ORGANISATION'],
    clocks: [stop('REFERRAL'), restart('ACCEPTANCE')],
  },
  {
    step: 'assignPetition',
    from: ['登记', '待转送'],
    to: '转送交办',
    by: ['OFFICE'],
    carries: ['ORGANISATION', 'UNTIL'],
    clocks: [stop('REFERRAL'), restart('ACCEPTANCE')],
  },
  { step: 'refusePetition', from: ['登记', '待转送'], to: '不予受理', by: ['OFFICE'], carries: ['REASON'], clocks: [stop('REFERRAL')] },
  { step: 'joinPetition', from: ['登记', '待转送'], to: '并案', by: ['OFFICE'], carries: ['REASON'], clocks: [stop('REFERRAL')] },
  {
    step: 'guideToLegalWay',
    from: ['登记', '待转送'],
    to: '引导法定途径',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [stop('REFERRAL')],
  },
  {
    step: 'passToJudicialOrgans',
    from: ['登记', '待转送'],
    to: '转政法机关',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [stop('REFERRAL')],
  },
  { step: 'passToDiscipline', from: ['登记', '待转送'], to: '转纪检监察', by: ['OFFICE'], carries: ['REASON'], clocks: [stop('REFERRAL')] },
  {
    step: 'recordWithdrawal',
    from: [...withTheOffice, '转送交办', ...withTheUnit, '挂账'],
    to: '已撤回',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [stop('REFERRAL'), stop('ACCEPTANCE'), ...handlingEnds],
  },
  { step: 'withdrawMatter', from: withTheOffice, to: '已撤回', by: ['REPORTER'], carries: ['REASON'], clocks: [stop('REFERRAL')] },
];

/** The unit that it was referred to: told within 15 days, or objected to within 5 working days, which the referrer must agree to (Art. 23). */
const acceptance: readonly Transition[] = [
  { step: 'acceptMatter', from: ['转送交办'], to: '受理', by: ['LEAD'], carries: [], clocks: [stop('ACCEPTANCE')] },
  { step: 'declinePetition', from: ['转送交办'], to: '不予受理', by: ['LEAD'], carries: ['REASON'], clocks: [stop('ACCEPTANCE')] },
  {
    step: 'objectToDispatch',
    from: ['转送交办'],
    to: '管辖异议',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [pause('ACCEPTANCE')],
    within: { limit: 'OBJECTION', since: ['转送交办'] },
  },
  { step: 'consentToReturn', from: ['管辖异议'], to: '待转送', by: ['OFFICE'], carries: [], clocks: [stop('ACCEPTANCE')] },
  { step: 'upholdReferral', from: ['管辖异议'], to: '转送交办', by: ['OFFICE'], carries: ['REASON'], clocks: [resume('ACCEPTANCE')] },
  {
    step: 'decideJurisdiction',
    from: ['管辖异议'],
    to: '转送交办',
    by: ['OFFICE', 'COUNTY'],
    carries: ['ORGANISATION'],
    clocks: [restart('ACCEPTANCE')],
  },
];

/**
 * Handling by its route (Art. 29 to 31): 60 days, and 30 more, hold for the petition procedure alone, which is route 6 of 申诉求决. More time is
 * given by another person of the unit than who asks for it (经本机关、单位负责人批准, Art. 34).
 */
const handling: readonly Transition[] = [
  { step: 'beginHandling', from: ['受理'], to: '分类办理', by: ['LEAD'], carries: [], clocks: [] },
  { step: 'handleByPetitionProcedure', from: ['受理', '分类办理'], to: '办理中', by: ['LEAD'], carries: [], clocks: [start('HANDLING')] },
  { step: 'handleSimply', from: ['受理'], to: '简易办理', by: ['LEAD'], carries: [], clocks: [start('SIMPLE_HANDLING')] },
  {
    step: 'leaveSimpleHandling',
    from: ['简易办理'],
    to: '办理中',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [stop('SIMPLE_HANDLING'), start('HANDLING')],
  },
  {
    step: 'requestHandlingExtension',
    from: ['办理中'],
    to: '延期待批',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [],
    within: { limit: 'HANDLING', since: ['受理'] },
  },
  {
    step: 'grantHandlingExtension',
    from: ['延期待批'],
    to: '延期办理',
    by: ['LEAD'],
    carries: [],
    clocks: [extend('HANDLING', 'HANDLING_EXTENSION')],
    judges: true,
    within: { limit: 'HANDLING', since: ['受理'] },
    apartFrom: ['requestHandlingExtension'],
  },
  {
    step: 'refuseHandlingExtension',
    from: ['延期待批'],
    to: '办理中',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [],
    judges: true,
    apartFrom: ['requestHandlingExtension'],
  },
  // Not while it is extended: taken up again it would stand where an extension may be asked for, and Art. 34 knows one.
  {
    step: 'suspendPetition',
    from: ['受理', '办理中', '简易办理', '分类办理'],
    to: '挂账',
    by: ['OFFICE'],
    carries: ['REASON', 'UNTIL'],
    clocks: [],
  },
  { step: 'resumePetition', from: ['挂账'], to: '办理中', by: ['OFFICE', 'LEAD'], carries: [], clocks: [] },
  { step: 'answerPetition', from: withTheUnit, to: '答复', by: ['LEAD'], carries: ['RESULT'], clocks: handlingEnds },
  { step: 'askForEvaluation', from: ['答复'], to: '待评价', by: ['OFFICE'], carries: [], clocks: [] },
  {
    step: 'returnForRework',
    from: ['答复', '待评价'],
    to: '办理中',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [restart('HANDLING')],
    judges: true,
  },
  { step: 'closePetition', from: ['答复', '待评价', '复查意见'], to: '办结', by: ['OFFICE'], carries: [], clocks: [], judges: true },
  { step: 'evaluateMatter', from: ['办结', '已评价'], to: '已评价', by: ['REPORTER'], carries: ['SCORES'], clocks: [], judges: true },
];

/** Asked for by whoever petitioned and recorded by the office: 复查 (Art. 35), 复核 (Art. 36), and the end of all. */
const review: readonly Transition[] = [
  {
    step: 'requestReexamination',
    from: answered,
    to: '复查中',
    by: ['OFFICE'],
    carries: ['ORGANISATION'],
    clocks: [start('REEXAMINATION')],
    within: { limit: 'REEXAMINATION_REQUEST', since: ['答复'] },
  },
  {
    step: 'giveReexamination',
    from: ['复查中'],
    to: '复查意见',
    by: ['LEAD'],
    carries: ['RESULT'],
    clocks: [stop('REEXAMINATION')],
    judges: true,
  },
  {
    step: 'requestFinalReview',
    from: ['复查意见'],
    to: '复核中',
    by: ['OFFICE'],
    carries: ['ORGANISATION'],
    clocks: [start('FINAL_REVIEW')],
    within: { limit: 'FINAL_REVIEW_REQUEST', since: ['复查意见'] },
  },
  { step: 'beginHearing', from: ['复核中'], to: '复核听证', by: ['LEAD'], carries: [], clocks: [pause('FINAL_REVIEW')] },
  { step: 'endHearing', from: ['复核听证'], to: '复核中', by: ['LEAD'], carries: [], clocks: [resume('FINAL_REVIEW')] },
  {
    step: 'giveFinalReview',
    from: ['复核中'],
    to: '终结',
    by: ['LEAD'],
    carries: ['RESULT'],
    clocks: [stop('FINAL_REVIEW')],
    judges: true,
  },
];

/**
 * A petition (信访事项). It is referred by the petition office alone, returned only with its consent, and never verified by the grid. What
 * belongs to courts, prosecution or discipline leaves for its own procedure. The clock of the law does not rest where a petition is put aside (挂账).
 */
export const procedure: Procedure = {
  key: 'petition',
  nameZh: '信访事项办理程序',
  source: `${regulation}第十七至三十六条`,
  initial: '提出',
  begins: [start('REFERRAL')],
  states,
  transitions: [...referral, ...acceptance, ...handling, ...review, ...stepsAtAnyTime(open, Object.keys(states))],
  limits,
};
