import { registerEnumType } from 'type-graphql';

import { type Light, lights } from '../light.js';
import { type MatterSource, matterSources, type MatterState, matterStates } from '../matter.js';

const sameName = <Word extends string>(words: readonly Word[]): Readonly<Record<Word, Word>> =>
  Object.fromEntries(words.map((word) => [word, word])) as Readonly<Record<Word, Word>>;

/** The enum `MatterState`. */
export const MatterStateEnum = sameName<MatterState>(matterStates);
/** The enum `MatterSource`. */
export const MatterSourceEnum = sameName<MatterSource>(matterSources);
/** The enum `Light`. */
export const LightEnum = sameName<Light>(lights);
/** The enum `AssignmentRole`. */
export const AssignmentRoleEnum = { LEAD: 'LEAD', SUPPORT: 'SUPPORT' } as const;

registerEnumType(MatterStateEnum, {
  name: 'MatterState',
  description:
    '事项的公共状态；部门自己的流程多对一映射到它。The common state of a matter; an office’s own procedure maps onto it many-to-one.',
  valuesConfig: {
    REPORTED: { description: '已上报。Reported.' },
    SETTLED: { description: '就地解决。Settled on the spot.' },
    UNDER_REVIEW: { description: '街道研判中。Under review at township level.' },
    MERGED: { description: '重复，已并入另一事项。A duplicate, merged into another.' },
    REFUSED: { description: '不予受理（附理由）。Refused with a reason.' },
    DISPATCHED: { description: '已派单。Dispatched to an organisation.' },
    ACCEPTED: { description: '部门已受理。Accepted by the organisation.' },
    OBJECTED: { description: '部门异议（附理由）。Objected to with a reason.' },
    HANDLING: { description: '处置中。Being handled.' },
    FEEDBACK: { description: '已反馈。Feedback has been given.' },
    VERIFYING: { description: '核实中。Being verified.' },
    VERIFIED: { description: '已核实，待结项。Verified, not closed yet.' },
    CLOSED: { description: '已结项。Closed.' },
    EVALUATED: { description: '已评价。Evaluated.' },
    RETURNED: { description: '退回补正。Returned for missing facts.' },
    SUSPENDED: { description: '挂账，时钟暂停。Suspended, its clock paused.' },
    WITHDRAWN: { description: '已撤回。Withdrawn.' },
    OTHER_PROCEDURE: { description: '转入其他法定程序。Handed over to another procedure.' },
  },
});

registerEnumType(MatterSourceEnum, {
  name: 'MatterSource',
  description: '事项由何途径而来。The way a matter came in.',
  valuesConfig: {
    GRID: { description: '网格发现。Found by the grid.' },
    RESIDENT: { description: '居民反映。Told by a resident.' },
    HOTLINE: { description: '热线。The hotline.' },
    COURIER: { description: '快递小哥吹哨。A courier’s whistle.' },
    OFFICE: { description: '部门登记。Registered by an office.' },
    SENSOR: { description: '物联感知。A sensor.' },
  },
});

registerEnumType(LightEnum, {
  name: 'Light',
  description:
    '时限灯：红为超期，黄为剩余不足两成或两小时，其余为绿。The light of a deadline: red is overdue, yellow has at most 20 % or 2 hours left, green is the rest.',
  valuesConfig: {
    GREEN: { description: '正常。In time.' },
    YELLOW: { description: '将到期。Soon due.' },
    RED: { description: '超期。Overdue.' },
  },
});

registerEnumType(AssignmentRoleEnum, {
  name: 'AssignmentRole',
  description: '承办角色。The role of an assigned organisation.',
  valuesConfig: { LEAD: { description: '主办。Leads.' }, SUPPORT: { description: '协办。Supports.' } },
});
