import { wordEnum } from '../../../../graphql/word-enum.js';
import type { Actor, CarriedThing } from '../../procedure/procedure.js';

/** The enum `StepActor`. */
export const StepActorEnum = wordEnum<Actor>({
  name: 'StepActor',
  description: '谁可以走这一步（另须有相应权限）。Who may take a step, besides the right to it.',
  words: {
    GRID_STAFF: '本地网格员、社区工作者。Grid workers and community staff of the ground.',
    TOWNSHIP: '本地派单人员。Whoever dispatches on the ground.',
    COUNTY: '县级以上派单人员。Whoever dispatches for the county level or above.',
    LEAD: '牵头组织。The organisation that leads.',
    TEAM: '参与承办的组织。An organisation that takes part.',
    KEEPER: '归口单位。The organisation that keeps it.',
    REPORTER: '上报人。The account that reported it.',
    OFFICE: '登记部门。The office in whose register it stands.',
    FILER: '立案人。The account that filed it.',
    SUPERVISOR: '督查人员。Whoever supervises on the ground.',
    SYSTEM: '部门系统。An office’s machine.',
  },
});

/** The enum `CarriedThing`. */
export const CarriedThingEnum = wordEnum<CarriedThing>({
  name: 'CarriedThing',
  description: '一步须附的内容。What a step must carry.',
  words: {
    REASON: '理由。A reason.',
    RESULT: '结果说明。What was done or found.',
    ORGANISATION: '一个承办组织。One organisation.',
    ORGANISATIONS: '承办组织。Organisations.',
    UNTIL: '截止日期。A last day.',
    LIMIT: '时限。A time limit.',
    MATTER: '另一事项。Another matter.',
    CONDITION: '立案条件。The condition of a limit.',
    DECISION: '决定。A decision.',
    SCORES: '评价。A judgement.',
    TEAM: '联动小组成员。The members of a joint team.',
    CODE: '确认码。The resident’s code.',
  },
});
