import type { State } from './matter.js';

type Words = Readonly<Record<State, string>>;

const common: Words = {
  REPORTED: '已登记',
  SETTLED: '当场办结',
  UNDER_REVIEW: '研判中',
  MERGED: '并案',
  REFUSED: '不予受理',
  DISPATCHED: '已派单',
  ACCEPTED: '已受理',
  HANDLING: '办理中',
  FEEDBACK: '已反馈',
  VERIFYING: '核实中',
  CLOSED: '已办结',
  RETURNED: '退回补正',
  SUSPENDED: '挂账',
  WITHDRAWN: '已撤回',
  OTHER_PROCEDURE: '转其他程序',
};

/** What each office itself calls the states of its procedure. */
export const officeWords: Readonly<Record<string, Words>> = {
  'urban-management': {
    ...common,
    REPORTED: '上报',
    UNDER_REVIEW: '待立案',
    DISPATCHED: '待处置',
    ACCEPTED: '待指派',
    HANDLING: '处置中',
    FEEDBACK: '待核查',
    VERIFYING: '核查中',
    CLOSED: '结案',
    REFUSED: '不予立案',
    WITHDRAWN: '作废',
  },
  'political-legal': { ...common, ACCEPTED: '已进中心', HANDLING: '调处中', CLOSED: '化解', OTHER_PROCEDURE: '转司法程序' },
  petition: {
    ...common,
    REPORTED: '登记',
    UNDER_REVIEW: '待转送',
    DISPATCHED: '转送交办',
    ACCEPTED: '受理',
    FEEDBACK: '答复',
    VERIFYING: '待评价',
    CLOSED: '办结',
    OTHER_PROCEDURE: '引导法定途径',
  },
  'civil-affairs': {
    ...common,
    UNDER_REVIEW: '初审',
    DISPATCHED: '转民政',
    ACCEPTED: '受理',
    HANDLING: '核对中',
    FEEDBACK: '公示',
    VERIFYING: '抽查',
    CLOSED: '批准',
    REFUSED: '不符合条件',
  },
  'party-building': { ...common, DISPATCHED: '已派单', ACCEPTED: '已认领', HANDLING: '服务中', CLOSED: '完成' },
  housing: { ...common, ACCEPTED: '已接单', HANDLING: '整改中', VERIFYING: '回访中', CLOSED: '销号' },
};
