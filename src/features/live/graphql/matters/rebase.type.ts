import { Field, Float, ObjectType } from 'type-graphql';

import { CursorScalar, DateScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import type { GridModel } from '../../../grids/index.js';
import { UnitOfRecordType, unitShown } from '../../../lineage/graphql/index.js';
import type { Rebase } from '../../matters/rebase.js';

/** Declares a unit that stands in the place of another. */
@ObjectType('RebasedShare', {
  description: '接替的网格与份额。A unit that stands in the place of another, with its share.',
})
export class RebasedShareType {
  @Field(() => UnitOfRecordType, { description: '网格。The unit.' })
  unit!: UnitOfRecordType;

  @Field(() => Float, {
    description:
      '旧网格归入它的份额；网格自身变更而仍在时为 1。Share of the old unit that it takes; 1 where a unit takes its own place, changed.',
  })
  weight!: number;
}

/** Declares a boundary that changed while a stream names units. */
@ObjectType('Rebase', {
  description:
    '网格换界：条件所指的网格（where.unit，含其接替者）或 unitsOf 图层的网格停用或变更；此前的变更以旧网格表示，此后以新网格表示。A boundary changed among the units that the conditions name (what took their place included) or in the layer of unitsOf: what came before is told in the old units, what comes after in the new.',
})
export class RebaseType implements Omit<RebaseShown, 'typeName'> {
  @Field(() => CursorScalar, {
    description: '游标，作 after 传入即从此变更之后续传。The cursor; given as after, the stream goes on after this change.',
  })
  cursor!: string;

  @Field(() => IdScalar, { description: '变更的唯一编号，重收时凭它识别。The id of the change, by which a repeated one is known.' })
  eventId!: string;

  @Field(() => Float, { description: '在事件日志中的位置，整数，只增不减。The place in the event log, a whole number that only rises.' })
  position!: number;

  @Field(() => [UnitOfRecordType], { description: '旧网格。The old units.' })
  old!: readonly UnitOfRecordType[];

  @Field(() => [RebasedShareType], {
    description:
      '新网格，份额大者在前；无接替者为空，网格仍在而界线、名称或区划有变则为其自身。The new ones, heaviest first: none where nothing took the place, the unit itself where it stands with another outline, name or division.',
  })
  new!: readonly RebasedShareType[];

  @Field(() => DateScalar, {
    description: '新状态的第一天，可在将来。The first day of the new state, which may be yet to come.',
  })
  effective!: string;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;
}

/** What {@link RebaseType} shows. */
export type RebaseShown = Omit<Rebase, 'old' | 'new'> & {
  readonly old: readonly UnitOfRecordType[];
  readonly new: readonly RebasedShareType[];
};

/** A change of boundaries on a model, which has every layer that it names. */
export function rebaseShown(rebase: Rebase, model: GridModel): RebaseShown {
  const shares = rebase.new.map(({ unit, weight }) => ({ unit: unitShown(unit, model), weight }));
  return { ...rebase, old: rebase.old.map((unit) => unitShown(unit, model)), new: shares };
}
