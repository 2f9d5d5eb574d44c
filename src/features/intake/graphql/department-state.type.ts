import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { type BreakerStanding, type BreakerState, breakerStates } from '../../../kernel/breaker.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { LayerType } from '../../grids/graphql/index.js';
import type { Layer } from '../../grids/index.js';
import { type OfficeState, officeStates } from '../office-state.js';

/** The enum `DepartmentStatus`. */
export const DepartmentStatusEnum = Object.fromEntries(officeStates.map((state) => [state, state])) as Readonly<
  Record<OfficeState, OfficeState>
>;

registerEnumType(DepartmentStatusEnum, {
  name: 'DepartmentStatus',
  description: '部门来源的状态。How an office’s source stands.',
  valuesConfig: {
    LIVE: { description: '数据跟得上。Its records are up to date.' },
    STALE: { description: '落后超过一分钟。More than a minute behind.' },
    DOWN: { description: '前置库读不到。Its front database cannot be read.' },
  },
});

/** The enum `BreakerState`. */
export const BreakerStateEnum = Object.fromEntries(breakerStates.map((state) => [state, state])) as Readonly<
  Record<BreakerState, BreakerState>
>;

registerEnumType(BreakerStateEnum, {
  name: 'BreakerState',
  description: '熔断状态。How an office’s front database is asked.',
  valuesConfig: {
    CLOSED: { description: '正常查询。As ever.' },
    OPEN: { description: '不再查询，免得等待。Not at all, so that nobody waits for it.' },
    HALF_OPEN: { description: '正以一次查询试探是否恢复。By one read, which finds out whether it is back.' },
  },
});

/** Declares how an office's front database is asked. */
@ObjectType('DepartmentBreaker', { description: '部门前置库的熔断器。The circuit breaker of an office’s front database.' })
export class DepartmentBreakerType implements BreakerStanding {
  @Field(() => BreakerStateEnum, { description: '状态。The state.' })
  state!: BreakerState;

  @Field(() => DateTimeScalar, { nullable: true, description: '何时断开；正常时为 null。Since when it is not closed; null while it is.' })
  since!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      '此后的首次查询将试探是否恢复；正常时为 null。From then on the next read finds out whether it is back; null while it is closed.',
  })
  nextTryAt!: Date | null;
}

/** Declares how many records of an office the city holds, as far as the viewer may see them. */
@ObjectType('DepartmentCounts', { description: '某部门在本市的记录数。How many records of an office the city holds.' })
export class DepartmentCountsType {
  @Field(() => Int, { description: '网格数。Units.' })
  units!: number;

  @Field(() => Int, { description: '要素数。Elements.' })
  elements!: number;

  @Field(() => Int, { description: '事项数。Matters.' })
  matters!: number;
}

/** Declares how an office stands. */
@ObjectType('DepartmentState', { description: '一个部门的接入状态。How an office stands with the platform.' })
export class DepartmentStateType {
  @Field(() => Department, { description: '部门。The office.' })
  department!: DepartmentCode;

  @Field(() => String, { description: '中文名称。Its name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: '英文名称。Its name in English.' })
  nameEn!: string;

  @Field(() => DepartmentStatusEnum, { description: '状态。The state.' })
  state!: OfficeState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '数据截至；从未取数时为 null。Everything up to then is held; null before the first time.',
  })
  asOf!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description:
      '落后秒数：尚未取到的最早一条变更等了多久，全部取到为 0；部门读不到时为数据截至之后的时间。How many seconds the oldest change has waited that the city does not hold yet; 0 where it holds all; while the office cannot be read, the time since asOf.',
  })
  lagSeconds!: number | null;

  @Field(() => DepartmentBreakerType, {
    description:
      '熔断器：前置库读不到或过慢时断开，独有字段随即为 null，不再等待。Opens where its front database fails or is too slow; its own fields are then null at once.',
  })
  breaker!: BreakerStanding;

  @Field(() => [LayerType], { description: '它的图层。Its layers.' })
  layers!: readonly Layer[];

  @Field(() => DepartmentCountsType, { description: '记录数。How many records of it the city holds.' })
  counts!: DepartmentCountsType;
}
