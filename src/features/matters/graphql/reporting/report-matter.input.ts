import { Field, Float, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { GridCodeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import type { MatterSource } from '../../matter.js';
import type { SealedWords } from '../../reporting/report-sealed.js';
import { UnitOfOfficeInput } from '../filter/matter-filter.input.js';
import { MatterSourceEnum } from '../matter.enums.js';

/** Declares a point. */
@InputType('PointInput', { description: '一个点，EPSG:4326（CGCS2000 视同）。A point, EPSG:4326 (CGCS2000 counts as the same).' })
export class PointInput {
  @Field(() => Float, { description: '经度，度。The longitude, degrees.' })
  longitude!: number;

  @Field(() => Float, { description: '纬度，度。The latitude, degrees.' })
  latitude!: number;
}

/** Declares what of a report is sealed. */
@InputType('SealedReportInput', {
  description:
    '密封内容：加密存于保管部门前置库，不进入索引、事件与日志。What is sealed: encrypted in the front database of its keeper, in no index, event or log.',
})
export class SealedReportInput implements SealedWords {
  @Field(() => Department, { description: '保管部门。The office that keeps it.' })
  keeper!: string;

  @Field(() => String, { nullable: true, description: '姓名。The name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: '联系方式。The contact.' })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: '证件号。The identity number.' })
  idNumber!: string | null;

  @Field(() => String, { nullable: true, description: '住址。The address.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: '正文。The text.' })
  text!: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      '是否检举控告：除保管部门外无人知其存在，只答回执。Whether it accuses somebody: nobody but the keeper learns that it exists, and the answer is a receipt.',
  })
  accusation!: boolean;
}

/** Declares a report of a matter. */
@InputType('ReportMatterInput', { description: '上报一个事项；地点三选一。A report of a matter; exactly one of the three places.' })
export class ReportMatterInput {
  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只做一次。The idempotency key, 1 to 128 characters; repeated, it is done once.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    description: '标题，1–200 字；勿写个人姓名与联系方式。The title, 1 to 200 characters; no names or contacts of persons.',
  })
  title!: string;

  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => MatterSourceEnum, { defaultValue: 'GRID', description: '来源。The way it comes in.' })
  source!: MatterSource;

  @Field(() => PointInput, { nullable: true, description: '地点：一个点。The place, as a point.' })
  point?: PointInput | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '地点：一个全要素网格。The place, as an all-elements grid.' })
  grid?: string | null;

  @Field(() => UnitOfOfficeInput, { nullable: true, description: '地点：一个部门网格。The place, as a unit of an office.' })
  unit?: UnitOfOfficeInput | null;

  @Field(() => [IdScalar], {
    nullable: true,
    description:
      '所涉要素的全局编号，至多 20 个，须为上报人可见；密封上报不得填写。Global ids of the elements that it is about, at most 20, which the reporter may see; not beside sealed words.',
  })
  about?: readonly string[] | null;

  @Field(() => SealedReportInput, {
    nullable: true,
    description:
      '密封内容；给出时标题由类别与区划生成，原标题一并密封。What is sealed; with it the title is made from category and division, and the one given is sealed too.',
  })
  sealed?: SealedReportInput | null;
}
