// Longer than other files, since it is one table: every state and every step of a city-management case.
import {
  end,
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

const states: Readonly<Record<string, ProcedureState>> = {
  上报: state('REPORTED', '上报'),
  当场办结: end('SETTLED', '当场办结'),
  待核实: state('UNDER_REVIEW', '待核实'),
  待立案: state('UNDER_REVIEW', '待立案'),
  退回补正: state('RETURNED', '退回补正'),
  并案: end('MERGED', '并案'),
  不予立案: end('REFUSED', '不予立案'),
  作废: end('WITHDRAWN', '作废'),
  待派遣: state('UNDER_REVIEW', '待派遣'),
  待处置: state('DISPATCHED', '待处置'),
  待指派: state('ACCEPTED', '待指派'),
  处置中: state('HANDLING', '处置中'),
  处置完成: state('HANDLING', '处置完成'),
  挂账: state('SUSPENDED', '挂账'),
  待核查: state('FEEDBACK', '待核查'),
  核查中: state('VERIFYING', '核查中'),
  待结案: state('VERIFIED', '待结案'),
  结案: end('CLOSED', '结案'),
  已评价: end('EVALUATED', '已评价'),
};

const open = Object.keys(states).filter((name) => !states[name]!.isFinal);
const beforeFiling = ['上报', '待核实', '待立案'];
const inHand = ['待指派', '处置中', '处置完成'];
const beingChecked = ['待核查', '核查中'];
const ended = ['结案', '已评价'];

/** The supervision centre: 信息采集、案卷建立（立案）. */
const filing: readonly Transition[] = [
  { step: 'settleOnSpot', from: ['上报'], to: '当场办结', by: ['GRID_STAFF'], carries: ['RESULT'], clocks: [stop('REVIEW')] },
  { step: 'settleCase', from: ['上报'], to: '当场办结', by: ['OFFICE'], carries: ['RESULT'], clocks: [stop('REVIEW')], judges: true },
  { step: 'reviewMatter', from: ['上报'], to: '待立案', by: ['TOWNSHIP'], carries: [], clocks: [] },
  { step: 'takeUpCase', from: ['上报'], to: '待立案', by: ['OFFICE'], carries: [], clocks: [] },
  { step: 'orderCheckOfReport', from: ['上报', '待立案'], to: '待核实', by: ['OFFICE'], carries: [], clocks: [] },
  // Recorded by the centre: the collector in the field has no right to the office's own steps.
  { step: 'reportCheckOfReport', from: ['待核实'], to: '待立案', by: ['OFFICE'], carries: ['RESULT'], clocks: [] },
  { step: 'returnForFacts', from: ['待立案'], to: '退回补正', by: ['TOWNSHIP'], carries: ['REASON'], clocks: [pause('REVIEW')] },
  { step: 'returnToCollector', from: ['待立案'], to: '退回补正', by: ['OFFICE'], carries: ['REASON'], clocks: [pause('REVIEW')] },
  {
    step: 'supplementFacts',
    from: ['退回补正'],
    to: '待立案',
    by: ['REPORTER', 'GRID_STAFF'],
    carries: ['RESULT'],
    clocks: [resume('REVIEW')],
  },
  { step: 'resubmitCase', from: ['退回补正'], to: '待立案', by: ['OFFICE'], carries: ['RESULT'], clocks: [resume('REVIEW')] },
  { step: 'mergeMatters', from: beforeFiling, to: '并案', by: ['TOWNSHIP'], carries: ['MATTER'], clocks: [stop('REVIEW')] },
  { step: 'refuseCase', from: ['待立案'], to: '不予立案', by: ['OFFICE'], carries: ['REASON'], clocks: [stop('REVIEW')] },
  { step: 'voidCase', from: [...beforeFiling, '退回补正'], to: '作废', by: ['OFFICE'], carries: ['REASON'], clocks: [stop('REVIEW')] },
  {
    step: 'withdrawMatter',
    from: [...beforeFiling, '退回补正'],
    to: '作废',
    by: ['REPORTER'],
    carries: ['REASON'],
    clocks: [stop('REVIEW')],
  },
  { step: 'fileCase', from: ['待立案'], to: '待派遣', by: ['OFFICE'], carries: ['CONDITION'], clocks: [stop('REVIEW'), start('DISPATCH')] },
  {
    step: 'returnToFiling',
    from: ['待派遣'],
    to: '待立案',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [stop('DISPATCH'), start('REVIEW')],
  },
];

/** The command centre: 任务派遣. The clock of handling starts here; what a department returned can only be dispatched anew or go back. */
const dispatching: readonly Transition[] = [
  {
    step: 'dispatchCase',
    from: ['待派遣'],
    to: '待处置',
    by: ['OFFICE'],
    carries: ['ORGANISATION'],
    clocks: [stop('DISPATCH'), restart('ACCEPTANCE'), restart('HANDLING')],
  },
  {
    step: 'dispatchMatter',
    from: ['待派遣'],
    to: '待处置',
    by: ['TOWNSHIP'],
    carries: ['ORGANISATION'],
    clocks: [stop('DISPATCH'), restart('ACCEPTANCE'), restart('HANDLING')],
  },
];

/** The department: 任务处理、处理反馈. It gives the case back only without a worker on it; the worker only before he has submitted. */
const handling: readonly Transition[] = [
  {
    step: 'objectToDispatch',
    from: ['待处置', '待指派'],
    to: '待派遣',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [stop('ACCEPTANCE'), pause('HANDLING'), start('DISPATCH')],
  },
  { step: 'acceptMatter', from: ['待处置'], to: '待指派', by: ['LEAD'], carries: [], clocks: [stop('ACCEPTANCE')] },
  { step: 'assignWorker', from: ['待处置', '待指派'], to: '处置中', by: ['LEAD'], carries: [], clocks: [stop('ACCEPTANCE')] },
  { step: 'beginHandling', from: ['待指派'], to: '处置中', by: ['LEAD'], carries: [], clocks: [] },
  { step: 'takeWorkerOff', from: ['处置中'], to: '待指派', by: ['LEAD'], carries: ['REASON'], clocks: [] },
  { step: 'finishWork', from: ['处置中'], to: '处置完成', by: ['LEAD', 'TEAM'], carries: ['RESULT'], clocks: [] },
  { step: 'sendBackToWorker', from: ['处置完成'], to: '处置中', by: ['LEAD'], carries: ['REASON'], clocks: [] },
  {
    step: 'submitResult',
    from: ['处置中', '处置完成'],
    to: '待核查',
    by: ['LEAD'],
    carries: ['RESULT'],
    clocks: [pause('HANDLING'), start('VERIFICATION')],
  },
  { step: 'requestExtension', from: inHand, to: 'SAME', by: ['LEAD'], carries: ['REASON'], clocks: [] },
  {
    step: 'decideExtension',
    from: inHand,
    to: 'SAME',
    by: ['TOWNSHIP'],
    carries: ['DECISION'],
    clocks: [],
    judges: true,
    apartFrom: ['requestExtension'],
  },
  { step: 'suspendMatter', from: inHand, to: '挂账', by: ['TOWNSHIP'], carries: ['REASON', 'UNTIL'], clocks: [pause('HANDLING')] },
  { step: 'resumeMatter', from: ['挂账'], to: '处置中', by: ['TOWNSHIP', 'LEAD'], carries: [], clocks: [resume('HANDLING')] },
];

/** The supervision centre again: 核查结案，and 综合评价 after it. Only whoever filed the case closes it, after others than its handlers checked. */
const closing: readonly Transition[] = [
  { step: 'orderCheckOfResult', from: ['待核查'], to: '核查中', by: ['OFFICE'], carries: [], clocks: [] },
  {
    step: 'verifyMatter',
    from: beingChecked,
    to: '待结案',
    by: ['GRID_STAFF', 'TOWNSHIP'],
    carries: [],
    clocks: [stop('VERIFICATION')],
    judges: true,
    apartFrom: ['finishWork', 'submitResult'],
  },
  {
    step: 'reportCheckOfResult',
    from: beingChecked,
    to: '待结案',
    by: ['OFFICE'],
    carries: ['RESULT'],
    clocks: [stop('VERIFICATION')],
    judges: true,
    apartFrom: ['finishWork', 'submitResult'],
  },
  {
    step: 'sendBackForRework',
    from: [...beingChecked, '待结案'],
    to: '处置中',
    by: ['GRID_STAFF', 'TOWNSHIP'],
    carries: ['REASON'],
    clocks: [stop('VERIFICATION'), resume('HANDLING')],
    judges: true,
  },
  {
    step: 'returnForRework',
    from: [...beingChecked, '待结案'],
    to: '处置中',
    by: ['OFFICE'],
    carries: ['REASON'],
    clocks: [stop('VERIFICATION'), resume('HANDLING')],
    judges: true,
  },
  {
    step: 'closeCase',
    from: ['待结案'],
    to: '结案',
    by: ['FILER'],
    carries: ['RESULT'],
    clocks: [stop('HANDLING'), start('EVALUATION')],
    judges: true,
  },
  {
    step: 'evaluateMatter',
    from: ended,
    to: '已评价',
    by: ['TOWNSHIP', 'LEAD', 'TEAM', 'REPORTER', 'GRID_STAFF'],
    carries: ['SCORES'],
    clocks: [stop('EVALUATION')],
    judges: true,
  },
  { step: 'appealOverdue', from: ended, to: 'SAME', by: ['LEAD'], carries: ['REASON'], clocks: [] },
  {
    step: 'decideAppeal',
    from: ended,
    to: 'SAME',
    by: ['TOWNSHIP'],
    carries: ['DECISION', 'REASON'],
    clocks: [],
    judges: true,
    apartFrom: ['appealOverdue'],
  },
  { step: 'reopenMatter', from: ended, to: 'SAME', by: ['TOWNSHIP', 'REPORTER', 'GRID_STAFF'], carries: ['REASON'], clocks: [] },
];

/**
 * A city-management case (数字城管案卷): the supervision centre opens and closes it, the command centre dispatches it. The clock of handling runs
 * from the dispatch until the result is submitted, by the limit of the condition under which the case was filed. Every return has a reason.
 */
export const procedure: Procedure = {
  key: 'urban-management',
  nameZh: '城市管理案卷办理流程',
  source:
    '数字化城市管理七个阶段（信息采集、案卷建立、任务派遣、任务处理、处理反馈、核查结案、综合评价）；细分状态据运城市案卷流程说明（2026）',
  initial: '上报',
  begins: [start('REVIEW')],
  states,
  transitions: [...filing, ...dispatching, ...handling, ...closing, ...stepsAtAnyTime(open, Object.keys(states))],
  limits: [],
};
