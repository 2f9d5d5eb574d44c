import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { NodeType, typeNameOf } from '../../../graphql/node.type.js';
import { DateTimeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { Matter, MatterSource, MatterState, ReportedTransition } from '../matter.js';
import { MatterSourceEnum, MatterStateEnum } from './matter.enums.js';
import { ReportedTransitionType } from './reported-transition.type.js';

/** What of a matter's record the interface shows as it stands; the rest comes by field resolvers. */
type ShownAsItStands = Pick<
  Matter,
  | 'id'
  | 'department'
  | 'localId'
  | 'source'
  | 'title'
  | 'state'
  | 'officeState'
  | 'sealed'
  | 'reportedAt'
  | 'dueAt'
  | 'closedAt'
  | 'version'
  | 'reportedTransition'
>;

/** Declares the interface `Matter`. */
@InterfaceType('Matter', {
  implements: NodeType,
  description:
    '需要处置的事项：纠纷、求助、城管案件、信访、热线工单。Anything that needs handling: a dispute, a call for help, a city-management case, a petition, a hotline ticket.',
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
})
export abstract class MatterType extends NodeType implements ShownAsItStands {
  @Field(() => Department, {
    nullable: true,
    simple: true,
    description: '登记它的部门；由其他途径而来时为 null。The office whose register it comes from; null when it came by another way.',
  })
  department!: string | null;

  @Field(() => SourceIdScalar, { simple: true, description: '登记方的编号。Its id in that register.' })
  localId!: string;

  @Field(() => MatterSourceEnum, { simple: true, description: '来源。The way it came in.' })
  source!: MatterSource;

  @Field(() => String, {
    simple: true,
    description:
      '标题；密封事项的标题由类别与区划生成，绝不取自原文。The title; of a sealed matter made from category and division, never from its text.',
  })
  title!: string;

  @Field(() => MatterStateEnum, { simple: true, description: '公共状态。The common state.' })
  state!: MatterState;

  @Field(() => String, { simple: true, nullable: true, description: '部门自己的状态。The office’s own state.' })
  officeState!: string | null;

  @Field(() => Boolean, {
    simple: true,
    description: '是否密封（来访人信息与原文不可见）。Whether the petitioner and the text are sealed.',
  })
  sealed!: boolean;

  @Field(() => DateTimeScalar, { simple: true, description: '上报时刻。When it was reported.' })
  reportedAt!: Date;

  @Field(() => DateTimeScalar, { simple: true, nullable: true, description: '办理期限。By when it is due.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { simple: true, nullable: true, description: '办结时刻。When it was closed.' })
  closedAt!: Date | null;

  @Field(() => Int, { simple: true, description: '版本，每次变更加一。The version; one more with each change.' })
  version!: number;

  @Field(() => ReportedTransitionType, {
    simple: true,
    nullable: true,
    description:
      '部门报来而流程不许的一步，未予执行，待核实；没有则为 null。A step that its office told and its procedure forbids, kept and not applied; null where there is none.',
  })
  reportedTransition!: ReportedTransition | null;
}

/** Declares a matter that no office's register holds, e.g. one reported by the grid. */
@ObjectType('PlatformMatter', {
  implements: [MatterType, NodeType],
  description: '在平台上产生的事项。A matter that was born on the platform.',
})
export class PlatformMatterType extends MatterType {}
