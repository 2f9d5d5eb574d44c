import { Field, ObjectType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { CommonFieldEnum } from '../../../catalogue/graphql/index.js';
import type { FilledForm } from '../../../catalogue/index.js';

type Item = FilledForm['items'][number];

/** Declares an item of a form with what fills it. */
@ObjectType('FilledFormItem', { description: '表项及其填写。An item of a form with what fills it.' })
export class FilledFormItemType implements Item {
  @Field(() => String, { description: '部门自己的表项编号。The office’s own name of the item.' })
  key!: string;

  @Field(() => String, { description: '表项名称。What the form calls it.' })
  label!: string;

  @Field(() => CommonFieldEnum, {
    nullable: true,
    description: '取自上报的哪一项；无则须另填。What of the report fills it; null where nothing does.',
  })
  filledFrom!: Item['filledFrom'];

  @Field(() => Boolean, { description: '是否必填。Whether it is necessary.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: '填写的内容。What fills it.' })
  value!: string | null;
}

/** Declares an office's form, filled from one report. */
@ObjectType('FilledForm', { description: '一次上报填成的某部门表单。An office’s form, filled from what was reported once.' })
export class FilledFormType implements Pick<FilledForm, 'department' | 'name' | 'document' | 'items' | 'missing'> {
  @Field(() => Department, { description: '哪个部门的表单。Whose form it is.' })
  department!: string;

  @Field(() => String, { description: '表单名称。The name of the form.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '依据文号。The document it rests on.' })
  document!: string | null;

  @Field(() => [FilledFormItemType], { description: '各表项，依表单次序。The items, in the order of the form.' })
  items!: readonly Item[];

  @Field(() => [FilledFormItemType], { description: '必填而尚缺的表项。The necessary items that nothing fills.' })
  missing!: readonly Item[];
}
