import { Field, InputType, ObjectType } from 'type-graphql';

import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { Category } from '../category.js';

/** Declares a category of matters or components. */
@ObjectType('MatterCategory', {
  description:
    '事项或部件的类别；主键为（标准、种类、代码），代码在不同标准与种类间会重复。A category; its key is (standard, kind, code), for codes repeat between standards and kinds.',
})
export class CategoryType implements Category {
  @Field(() => String, { description: '标准。The standard.' })
  standard!: string;

  @Field(() => String, { description: '种类：MATTER 或 COMPONENT。The kind, MATTER or COMPONENT.' })
  kind!: string;

  @Field(() => SourceIdScalar, { description: '代码。The code.' })
  code!: string;

  @Field(() => String, { description: '中文名称。The name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { nullable: true, description: '英文名称。The name in English.' })
  nameEn!: string | null;

  @Field(() => SourceIdScalar, { nullable: true, description: '上级类别代码。The code of the category above.' })
  parentCode!: string | null;
}

/** Declares the key of a category. */
@InputType('CategoryInput', { description: '类别的完整主键。The whole key of a category.' })
export class CategoryInput {
  @Field(() => String, { description: '标准，如 GB/T 47678.5-2026。The standard, such as GB/T 47678.5-2026.' })
  standard!: string;

  @Field(() => String, { defaultValue: 'MATTER', description: '种类：MATTER 或 COMPONENT。The kind, MATTER or COMPONENT.' })
  kind!: string;

  @Field(() => SourceIdScalar, { description: '代码，字符串。The code, a string.' })
  code!: string;
}
