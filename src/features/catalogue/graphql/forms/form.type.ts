import { Field, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { CommonField } from '../../forms/office-form.js';
import type { RepeatedItem, Repetition } from '../../forms/repeated-items.js';

/** The enum `CommonField`. */
export const CommonFieldEnum = wordEnum<CommonField>({
  name: 'CommonField',
  description: '一次上报即告知、各部门表单由此填写的项。What every report of a matter tells, and so fills the offices’ forms.',
  words: {
    NUMBER: '事项编号。The number of the matter.',
    TITLE: '标题。The title.',
    CATEGORY: '类别名称。The name of the category.',
    CATEGORY_CODE: '类别代码。The code of the category.',
    SOURCE: '来源。The source.',
    STATE: '状态。The state.',
    REPORTED_AT: '上报时间。When it was reported.',
    DUE_AT: '办理期限。When it is due.',
    DIVISION: '所在行政区划名称。The name of the division.',
    LONGITUDE: '经度；密封事项不填。The longitude; never of a sealed matter.',
    LATITUDE: '纬度；密封事项不填。The latitude; never of a sealed matter.',
    ALL_ELEMENTS_GRID: '全要素网格编码。The code of the all-elements grid.',
    OFFICE_GRID: '该部门自己图层中的网格编号。The id of the unit in the office’s own layer.',
  },
});

/** Declares an item that more than one office asks for. */
@ObjectType('RepeatedItem', { description: '多个部门都要的同一项。An item that more than one office asks for.' })
export class RepeatedItemType implements RepeatedItem {
  @Field(() => CommonFieldEnum, { nullable: true, description: '由哪一项填写。The common field that fills it.' })
  filledFrom!: CommonField | null;

  @Field(() => [String], { description: '各部门的叫法。What the offices call it.' })
  labels!: readonly string[];

  @Field(() => [Department], { description: '哪些部门要。The offices that ask for it.' })
  departments!: readonly string[];
}

/** Declares how often offices ask for the same. */
@ObjectType('RepeatedItems', { description: '减负：各部门表单重复要的项。How often the offices’ forms ask for the same.' })
export class RepetitionType implements Repetition {
  @Field(() => Int, { description: '各表单合计多少项。Items on all forms together.' })
  asked!: number;

  @Field(() => Int, { description: '其中不同的多少项，即一次上报须告知的。Different items among them: what one report has to tell.' })
  different!: number;

  @Field(() => [RepeatedItemType], { description: '重复的各项，最多者在前。The repeated items, the most repeated first.' })
  repeated!: readonly RepeatedItem[];
}
