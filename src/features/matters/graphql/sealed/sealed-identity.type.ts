import { Field, ObjectType } from 'type-graphql';

import type { SealedMasks } from '../../../access/index.js';

/** Declares who petitioned or reported, as far as may be shown. */
@ObjectType('SealedIdentity', {
  description:
    '来访人或反映人，一律脱敏：保管部门的承办人见掩码，其他调用者见相同的空白掩码。Who petitioned or reported, always masked: those who handle matters in the office that keeps it see masks, everybody else the same blank mask everywhere.',
})
export class SealedIdentityType implements SealedMasks {
  @Field(() => String, { nullable: true, description: '姓名，仅见首字。The name: its first character.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: '联系方式，如 138****8888。The contact, such as 138****8888.' })
  contact!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '证件号，至多前六位与后两位。The identity number: its first six and last two characters at most.',
  })
  idNumber!: string | null;

  @Field(() => String, { nullable: true, description: '住址，至街道为止。The address, as far as the street.' })
  address!: string | null;
}
