// Longer than other files, since it is one table: every state and every step of the common loop.
import { stepsAtAnyTime } from './at-any-time.js';
import type { Procedure, ProcedureState, Transition } from './procedure.js';
import { end, pause, restart, resume, start, state, stop } from './procedure-parts.js';

const states: Readonly<Record<string, ProcedureState>> = {
  REPORTED: state('REPORTED', '已上报'),
  SETTLED: end('SETTLED', '就地解决'),
  UNDER_REVIEW: state('UNDER_REVIEW', '研判中'),
  RETURNED: state('RETURNED', '退回补正'),
  MERGED: end('MERGED', '已并案'),
  REFUSED: end('REFUSED', '不予受理'),
  OTHER_PROCEDURE: end('OTHER_PROCEDURE', '转其他法定程序'),
  DISPATCHED: state('DISPATCHED', '已派单'),
  OBJECTED: state('OBJECTED', '部门异议'),
  ACCEPTED: state('ACCEPTED', '已受理'),
  HANDLING: state('HANDLING', '处置中'),
  FEEDBACK: state('FEEDBACK', '已反馈'),
  SUSPENDED: state('SUSPENDED', '挂账'),
  VERIFYING: state('VERIFYING', '核实中'),
  VERIFIED: state('VERIFIED', '已核实'),
  CLOSED: end('CLOSED', '已结项'),
  EVALUATED: end('EVALUATED', '已评价'),
  WITHDRAWN: end('WITHDRAWN', '已撤回'),
};

const inHand = ['ACCEPTED', 'HANDLING', 'FEEDBACK'];
const open = Object.keys(states).filter((name) => !states[name]!.isFinal);
const ended = ['CLOSED', 'EVALUATED'];

/** Before the department: found, reported, reviewed, dispatched. */
const towardsDispatch: readonly Transition[] = [
  {
    step: 'settleOnSpot',
    from: ['REPORTED'],
    to: 'SETTLED',
    by: ['GRID_STAFF', 'TOWNSHIP'],
    carries: ['RESULT'],
    clocks: [stop('REVIEW')],
  },
  { step: 'reviewMatter', from: ['REPORTED'], to: 'UNDER_REVIEW', by: ['TOWNSHIP'], carries: [], clocks: [] },
  { step: 'returnForFacts', from: ['UNDER_REVIEW'], to: 'RETURNED', by: ['TOWNSHIP'], carries: ['REASON'], clocks: [pause('REVIEW')] },
  {
    step: 'supplementFacts',
    from: ['RETURNED'],
    to: 'UNDER_REVIEW',
    by: ['REPORTER', 'GRID_STAFF'],
    carries: ['RESULT'],
    clocks: [resume('REVIEW')],
  },
  {
    step: 'mergeMatters',
    from: ['REPORTED', 'UNDER_REVIEW'],
    to: 'MERGED',
    by: ['TOWNSHIP'],
    carries: ['MATTER'],
    clocks: [stop('REVIEW')],
  },
  { step: 'refuseMatter', from: ['UNDER_REVIEW'], to: 'REFUSED', by: ['TOWNSHIP'], carries: ['REASON'], clocks: [stop('REVIEW')] },
  {
    step: 'explainMatter',
    from: ['UNDER_REVIEW', 'OBJECTED'],
    to: 'OTHER_PROCEDURE',
    by: ['TOWNSHIP'],
    carries: ['REASON'],
    clocks: [stop('REVIEW'), stop('HANDLING')],
  },
  {
    step: 'dispatchMatter',
    from: ['UNDER_REVIEW', 'OBJECTED'],
    to: 'DISPATCHED',
    by: ['TOWNSHIP'],
    carries: ['ORGANISATION'],
    clocks: [stop('REVIEW'), restart('ACCEPTANCE'), restart('HANDLING')],
  },
  {
    step: 'blowWhistle',
    from: ['UNDER_REVIEW', 'OBJECTED'],
    to: 'DISPATCHED',
    by: ['TOWNSHIP'],
    carries: ['ORGANISATIONS'],
    clocks: [stop('REVIEW'), restart('ACCEPTANCE'), restart('HANDLING')],
  },
  {
    step: 'withdrawMatter',
    from: ['REPORTED', 'UNDER_REVIEW', 'RETURNED'],
    to: 'WITHDRAWN',
    by: ['REPORTER'],
    carries: ['REASON'],
    clocks: [stop('REVIEW')],
  },
];

/** In the department's hands, until it says that it is done. */
const inTheDepartment: readonly Transition[] = [
  {
    step: 'acceptMatter',
    from: ['DISPATCHED'],
    to: 'ACCEPTED',
    by: ['LEAD'],
    carries: [],
    clocks: [stop('ACCEPTANCE'), start('FEEDBACK')],
  },
  {
    step: 'objectToDispatch',
    from: ['DISPATCHED'],
    to: 'OBJECTED',
    by: ['LEAD'],
    carries: ['REASON'],
    clocks: [stop('ACCEPTANCE'), pause('HANDLING'), start('REVIEW')],
  },
  { step: 'formJointTeam', from: inHand, to: 'HANDLING', by: ['LEAD', 'TOWNSHIP'], carries: ['TEAM'], clocks: [] },
  { step: 'beginHandling', from: ['ACCEPTED'], to: 'HANDLING', by: ['LEAD'], carries: [], clocks: [] },
  { step: 'submitFeedback', from: inHand, to: 'FEEDBACK', by: ['LEAD', 'TEAM'], carries: ['RESULT'], clocks: [restart('FEEDBACK')] },
  {
    step: 'submitResult',
    from: inHand,
    to: 'VERIFYING',
    by: ['LEAD'],
    carries: ['RESULT'],
    clocks: [pause('HANDLING'), stop('FEEDBACK'), start('VERIFICATION')],
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
  {
    step: 'suspendMatter',
    from: inHand,
    to: 'SUSPENDED',
    by: ['TOWNSHIP'],
    carries: ['REASON', 'UNTIL'],
    clocks: [pause('HANDLING'), pause('FEEDBACK')],
  },
  {
    step: 'resumeMatter',
    from: ['SUSPENDED'],
    to: 'HANDLING',
    by: ['TOWNSHIP', 'LEAD'],
    carries: [],
    clocks: [resume('HANDLING'), resume('FEEDBACK')],
  },
];

/** After the department: verified by others than who handled it, closed, evaluated. */
const towardsTheEnd: readonly Transition[] = [
  {
    step: 'verifyMatter',
    from: ['VERIFYING'],
    to: 'VERIFIED',
    by: ['GRID_STAFF', 'TOWNSHIP'],
    carries: [],
    clocks: [stop('VERIFICATION')],
    judges: true,
  },
  {
    step: 'confirmByCode',
    from: ['VERIFYING'],
    to: 'VERIFIED',
    by: ['REPORTER', 'GRID_STAFF', 'TOWNSHIP'],
    carries: ['CODE'],
    clocks: [stop('VERIFICATION')],
  },
  {
    step: 'sendBackForRework',
    from: ['VERIFYING'],
    to: 'HANDLING',
    by: ['GRID_STAFF', 'TOWNSHIP'],
    carries: ['REASON'],
    clocks: [stop('VERIFICATION'), resume('HANDLING'), start('FEEDBACK')],
    judges: true,
  },
  {
    step: 'closeMatter',
    from: ['VERIFIED'],
    to: 'CLOSED',
    by: ['TOWNSHIP'],
    carries: [],
    clocks: [stop('HANDLING'), start('EVALUATION')],
    judges: true,
  },
  {
    step: 'evaluateMatter',
    from: ended,
    to: 'EVALUATED',
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
 * The common loop (闭环): 网格发现 → 街道研判派单 → 部门受理 → 处置、定期反馈 → 核实 → 结项 → 评价. The clock of handling runs from the dispatch, as in
 * urban management, and rests while a result is verified, so that only the department's own time counts.
 */
export const gridProcedure: Procedure = {
  key: 'common',
  nameZh: '网格事项办理流程',
  source: '滨州市社会治理网格化服务管理条例 2021 第 11 条；北京市接诉即办工作条例 2021 第 10–16 条；北京市街道办事处条例 第 17 条',
  initial: 'REPORTED',
  begins: [start('REVIEW')],
  states,
  transitions: [...towardsDispatch, ...inTheDepartment, ...towardsTheEnd, ...stepsAtAnyTime(open, Object.keys(states))],
  limits: [],
};
