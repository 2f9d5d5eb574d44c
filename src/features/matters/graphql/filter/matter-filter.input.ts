import { Field, Float, InputType, registerEnumType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { DivisionFilter } from '../../../../graphql/inputs/division-filter.js';
import { SortDirection } from '../../../../graphql/inputs/sort-direction.js';
import { DateTimeScalar, GridCodeScalar, IdScalar, LayerKeyScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import type { Light } from '../../light.js';
import type { MatterSource, MatterState } from '../../matter.js';
import { LightEnum, MatterSourceEnum, MatterStateEnum } from '../matter.enums.js';

/** Declares the conditions on a state. */
@InputType('MatterStateFilter', { description: '对状态的条件。Conditions on the state.' })
export class MatterStateFilter {
  @Field(() => MatterStateEnum, { nullable: true, description: '等于。Equals.' })
  eq?: MatterState | null;

  @Field(() => [MatterStateEnum], { nullable: true, description: '是其中之一。Is one of these.' })
  in?: readonly MatterState[] | null;
}

/** Declares the conditions on an instant. */
@InputType('InstantFilter', { description: '对时刻的条件（半开区间）。Conditions on an instant, half-open.' })
export class InstantFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: '不早于。Not before.' })
  gte?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '早于。Before.' })
  lt?: Date | null;
}

/** Declares the unit of an office that a matter lies in. */
@InputType('UnitOfOfficeInput', { description: '某部门的一个网格。A unit of an office.' })
export class UnitOfOfficeInput {
  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => LayerKeyScalar, { nullable: true, description: '图层。The layer.' })
  layer?: string | null;
}

/** Declares a circle. */
@InputType('NearInput', { description: '某点周围，EPSG:4326。The surroundings of a point, EPSG:4326.' })
export class NearInput {
  @Field(() => Float, { description: '经度，度。The longitude, degrees.' })
  longitude!: number;

  @Field(() => Float, { description: '纬度，度。The latitude, degrees.' })
  latitude!: number;

  @Field(() => Float, {
    description: '半径，米，大于 0 且至多 5000，按椭球面量。The radius in metres on the ellipsoid, more than 0 and at most 5000.',
  })
  metres!: number;
}

/** Declares the conditions on matters. */
@InputType('MatterFilter', { description: '对事项的条件，同层的各项须同时满足。Conditions on matters; those side by side must all hold.' })
export class MatterFilter {
  @Field(() => [MatterFilter], { nullable: true, description: '全部满足。All of these hold.' })
  and?: readonly MatterFilter[] | null;

  @Field(() => [MatterFilter], { nullable: true, description: '至少一项满足。At least one of these holds.' })
  or?: readonly MatterFilter[] | null;

  @Field(() => MatterFilter, { nullable: true, description: '不满足。This does not hold.' })
  not?: MatterFilter | null;

  @Field(() => [Department], { nullable: true, description: '登记部门是其中之一。The register is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => MatterStateFilter, { nullable: true, description: '公共状态。The common state.' })
  state?: MatterStateFilter | null;

  @Field(() => Boolean, { nullable: true, description: '未办结（true）或已办结（false）。Open (true) or closed (false).' })
  open?: boolean | null;

  @Field(() => [MatterSourceEnum], { nullable: true, description: '来源是其中之一。Came in by one of these ways.' })
  source?: readonly MatterSource[] | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it lies in.' })
  division?: DivisionFilter | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '所在全要素网格。The all-elements grid it lies in.' })
  grid?: string | null;

  @Field(() => UnitOfOfficeInput, { nullable: true, description: '所在部门网格。The office’s unit it lies in.' })
  unit?: UnitOfOfficeInput | null;

  @Field(() => CategoryInput, { nullable: true, description: '类别。The category.' })
  category?: CategoryInput | null;

  @Field(() => InstantFilter, { nullable: true, description: '上报时刻。When it was reported.' })
  reportedAt?: InstantFilter | null;

  @Field(() => InstantFilter, { nullable: true, description: '办结时刻。When it was closed.' })
  closedAt?: InstantFilter | null;

  @Field(() => InstantFilter, { nullable: true, description: '办理期限。By when it is due.' })
  dueAt?: InstantFilter | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '期限早于此刻。Due before this instant.' })
  dueBefore?: Date | null;

  @Field(() => [LightEnum], { nullable: true, description: '此刻的时限灯是其中之一。Shows one of these lights at this moment.' })
  light?: readonly Light[] | null;

  @Field(() => SourceIdScalar, { nullable: true, description: '现主办组织的代码。The code of the organisation that leads it now.' })
  lead?: string | null;

  @Field(() => NearInput, {
    nullable: true,
    description: '地点在某点若干米之内；密封事项无地点，不在其中。Lies near a point; sealed matters have none and are never among them.',
  })
  near?: NearInput | null;

  @Field(() => IdScalar, {
    nullable: true,
    description: '所涉要素的全局编号；密封事项不在其中。The global id of an element that it is about; sealed matters are never among them.',
  })
  about?: string | null;

  @Field(() => String, { nullable: true, description: '标题包含，按字面比较。The title contains this, literally.' })
  titleContains?: string | null;
}

/** What matters may be sorted by. */
export enum MatterOrderField {
  REPORTED_AT = 'REPORTED_AT',
  DUE_AT = 'DUE_AT',
  CLOSED_AT = 'CLOSED_AT',
}

registerEnumType(MatterOrderField, {
  name: 'MatterOrderField',
  description: '事项可按什么排序。What matters may be sorted by.',
  valuesConfig: {
    REPORTED_AT: { description: '上报时刻。When they were reported.' },
    DUE_AT: { description: '期限；无期限者排在最后之后。By when they are due; those without a deadline count as latest.' },
    CLOSED_AT: { description: '办结时刻；未办结者排在最后之后。When they were closed; those still open count as latest.' },
  },
});

/** Declares the sort of matters; the id decides between equals. */
@InputType('MatterOrder', { description: '事项的排序。The sort of matters.' })
export class MatterOrder {
  @Field(() => MatterOrderField, { description: '按什么排序。What to sort by.' })
  field!: MatterOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: '方向。The direction.' })
  direction!: SortDirection;
}
