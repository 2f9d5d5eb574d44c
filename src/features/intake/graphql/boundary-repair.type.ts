import { Field, Float, Int, ObjectType } from 'type-graphql';

import { LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';

/** Declares where and how a boundary was wrong; its value is a `RingFault`. */
@ObjectType('BoundaryFault', { description: '边界的一处毛病。One fault of a boundary and its place.' })
export class BoundaryFaultType {
  @Field(() => String, { description: '种类，如 SPIKE、SELF_CROSSING。The kind, such as SPIKE or SELF_CROSSING.' })
  readonly kind!: string;

  @Field(() => Float, { description: '经度，度。The longitude, degrees.' })
  readonly longitude!: number;

  @Field(() => Float, { description: '纬度，度。The latitude, degrees.' })
  readonly latitude!: number;
}

type Shown = Pick<BoundaryRepair, 'layerKey' | 'localId' | 'file' | 'rowNumber' | 'faults' | 'areaM2' | 'areaChangeM2'>;

/** Declares a boundary that was set right as it came in. */
@ObjectType('BoundaryRepair', {
  description: '接入时修复过的边界。A boundary that was accepted after one repair, or without rings of no ground.',
})
export class BoundaryRepairType implements Shown {
  @Field(() => LayerKeyScalar, { description: '哪个图层。The layer.' })
  readonly layerKey!: string;

  @Field(() => SourceIdScalar, { description: '哪个网格。The unit, by its office’s id.' })
  readonly localId!: string;

  @Field(() => String, { description: '数据包中的文件。The file in the pack.' })
  readonly file!: string;

  @Field(() => Int, { description: '行号或要素序号。The row, or the number of the feature from 1.' })
  readonly rowNumber!: number;

  @Field(() => [BoundaryFaultType], {
    description: '毛病；只略去无面积的环时为空。The faults; none where rings without ground were left out.',
  })
  readonly faults!: BoundaryRepair['faults'];

  @Field(() => Float, { description: '收下的面积，平方米。The area as accepted, square metres.' })
  readonly areaM2!: number;

  @Field(() => Float, { description: '修复使面积改变多少平方米。By how many square metres the repair changed the area.' })
  readonly areaChangeM2!: number;
}
