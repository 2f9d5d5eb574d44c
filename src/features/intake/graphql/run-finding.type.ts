import { Field, ObjectType } from 'type-graphql';

import { LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { FindingKind, RunFinding } from '../runs/run-finding.js';

/** Declares the enum `IntakeFindingKind`. */
export const FindingKindEnum = wordEnum<FindingKind>({
  name: 'IntakeFindingKind',
  description: '接入时的提示，数据照收。What an import found odd about what it accepted all the same.',
  words: {
    DATUM_OFFSET: '整体偏移数百米，坐标系可能不同。All of it lies some hundred metres off: maybe another datum.',
    POOR_COVER: '与参照图层的范围大不相同。Much of its ground lies outside the reference layer.',
    OTHER_VINTAGE: '与其他图层的数据年份相差一年以上。More than a year away from all its sisters.',
    SELF_OVERLAP: '自身重叠，本应互不重叠。It lies upon itself though it is meant to be a partition.',
    PARTS_DISAGREE: '同一单元的多行内容不一致。The rows of one unit say different things.',
    UNUSUAL_UNITS: '若干单元与该部门的惯例不符，照收。Units that are not as this office usually writes them; accepted all the same.',
    ODD_TIME: '有上报时间晚于当前或早于 2000 年。Rows report a time that is yet to come, or before 2000.',
    DATUM_CONVERTED: '坐标已按声明由 GCJ-02 或 BD-09 转换。Places were converted from GCJ-02 or BD-09, as declared.',
  },
});

/** Declares one finding of an import. */
@ObjectType('IntakeFinding', { description: '接入时的一条提示。One thing that an import found odd.' })
export class RunFindingType implements Pick<RunFinding, 'kind' | 'layerKey' | 'localId' | 'message' | 'messageZh'> {
  @Field(() => FindingKindEnum, { description: '种类。The kind.' })
  readonly kind!: FindingKind;

  @Field(() => LayerKeyScalar, { nullable: true, description: '哪个图层；与图层无关时为空。The layer; null where it is not about one.' })
  readonly layerKey!: string | null;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '哪个网格；说的是整个图层时为空。The unit; null where the whole layer is meant.',
  })
  readonly localId!: string | null;

  @Field(() => String, { description: '英文说明。What was found and what to do, in English.' })
  readonly message!: string;

  @Field(() => String, { description: '中文说明。The same in Chinese.' })
  readonly messageZh!: string;
}
