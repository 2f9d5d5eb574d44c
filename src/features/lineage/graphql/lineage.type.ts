import { Field, Float, Int, ObjectType } from 'type-graphql';

import { DateScalar, DateTimeScalar, IdScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { OrganisationType } from '../../elements/graphql/index.js';
import type { Organisation } from '../../elements/index.js';
import { GridType, LayerType } from '../../grids/graphql/index.js';
import type { GridUnit, Layer } from '../../grids/index.js';
import type { LineageBasis, LineageKind } from '../lineage-step.js';

/** The enum `LineageKind`. */
export const LineageKindEnum = wordEnum<LineageKind>({
  name: 'LineageKind',
  description: '网格沿革的种类。What became of a unit.',
  words: {
    SPLIT: '拆分：一分为多。Split: one became several.',
    MERGE: '合并：多合为一。Merged: several became one.',
    SHIFT: '调整：部分划入另一网格。Shifted: a part went to another unit, which has other ground too.',
    RENAMED: '更名：同一网格换了名称。Renamed: the same unit under another name.',
    RECODED: '改码：同一地域换了编号。Recoded: the same ground under another id.',
    REPARENTED: '改隶：同一地域换了上级区划。Re-parented: the same ground under another division.',
  },
});

/** The enum `LineageBasis`. */
export const LineageBasisEnum = wordEnum<LineageBasis>({
  name: 'LineageBasis',
  description: '沿革权重的依据。What the weights of a step rest on.',
  words: {
    AREA: '新旧界线叠置。The old and the new outline, laid upon each other.',
    DECLARED: '人工认定或来源文件。A declaration or a file.',
  },
});

/** Declares a unit of any day. */
@ObjectType('UnitOfRecord', { description: '任何日期的一个网格，今日可能已停用。A unit of any day, which may no longer be in force.' })
export class UnitOfRecordType {
  @Field(() => LayerType, { description: '图层。The layer.' })
  layer!: Layer;

  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => Int, { description: '同一编号第几次使用；再次启用即另一网格。Which use of this id; used again, it is another unit.' })
  generation!: number;

  @Field(() => String, { description: '最后的名称。Its last name.' })
  name!: string;

  @Field(() => DateScalar, { description: '自此日起有效（含）。The first day on which it was valid.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '自此日起停用；null 为仍有效。The day on which it ended; null while in force.' })
  validTo!: string | null;

  @Field(() => GridType, { nullable: true, description: '当日有效时的网格。The unit itself where it is in force on the day asked for.' })
  grid!: GridUnit | null;
}

/** Declares one step of a lineage. */
@ObjectType('LineageStep', { description: '沿革的一步。One step of a lineage.' })
export class LineageStepType {
  @Field(() => LineageKindEnum, { description: '种类。The kind.' })
  kind!: LineageKind;

  @Field(() => LineageBasisEnum, { description: '权重的依据。What the weights rest on.' })
  basis!: LineageBasis;

  @Field(() => UnitOfRecordType, { description: '旧网格。The old unit.' })
  from!: UnitOfRecordType;

  @Field(() => UnitOfRecordType, { description: '新网格。The new unit.' })
  to!: UnitOfRecordType;

  @Field(() => Float, { description: '旧网格归入新网格的份额。Share of the old unit that went to the new one.' })
  weight!: number;

  @Field(() => Float, { description: '新网格来自旧网格的份额。Share of the new unit that came from the old one.' })
  inverseWeight!: number;

  @Field(() => DateScalar, { description: '生效日（新状态的第一天）。The first day of the new state.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: '文号。The number of the document that orders it.' })
  document!: string | null;

  @Field(() => IdScalar, { nullable: true, description: '所据调整方案。The redraw that it rests on.' })
  redrawId!: string | null;

  @Field(() => OrganisationType, { nullable: true, description: '以哪个组织的名义；来自文件时为 null。On whose behalf; null for a file.' })
  organisation!: Organisation | null;

  @Field(() => String, { description: '经办角色。The role of whoever entered it.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: '平台记录时间。When the platform took it in.' })
  recordedAt!: Date;
}

/** Declares a unit in force that took the place of another. */
@ObjectType('Successor', { description: '取代旧网格的现行网格。A unit in force that took the place of another, or of a part of it.' })
export class SuccessorType {
  @Field(() => GridType, { description: '现行网格。The unit in force.' })
  grid!: GridUnit;

  @Field(() => Float, {
    description: '旧网格落在其中的份额，多步时为各步之积。Share of the old unit that lies in it, the product of all steps.',
  })
  weight!: number;

  @Field(() => Float, { description: '它来自旧网格的份额。Share of it that comes from the old unit.' })
  inverseWeight!: number;

  @Field(() => Float, { nullable: true, description: '真值不小于此；实测时为 null。The true share is no less; null where measured.' })
  weightLow!: number | null;

  @Field(() => Float, { nullable: true, description: '真值不大于此；实测时为 null。The true share is no more; null where measured.' })
  weightHigh!: number | null;

  @Field(() => LineageBasisEnum, { description: '依据。What the share rests on.' })
  basis!: LineageBasis;

  @Field(() => DateScalar, { description: '最后一步的生效日。The day of the last step.' })
  since!: string;
}

/** Declares the lineage of one unit. */
@ObjectType('UnitLineage', { description: '一个网格的来龙去脉。Where a unit came from and where it went.' })
export class UnitLineageType {
  @Field(() => UnitOfRecordType, { description: '该网格。The unit.' })
  unit!: UnitOfRecordType;

  @Field(() => [LineageStepType], { description: '全部前身步骤，从早到晚。The steps that led to it, oldest first.' })
  predecessors!: readonly LineageStepType[];

  @Field(() => [LineageStepType], { description: '全部后继步骤，从早到晚。The steps that led on from it, oldest first.' })
  successors!: readonly LineageStepType[];

  @Field(() => [SuccessorType], {
    description:
      '当日取代它的网格，从重到轻；仍有效时为空。What is in force in its place, heaviest first; empty while it is in force itself.',
  })
  inItsPlace!: readonly SuccessorType[];
}
