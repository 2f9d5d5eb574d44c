import { Field, InputType } from 'type-graphql';

import { DateScalar, IdScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { DeclarationInput } from '../../access/graphql/index.js';

/** Declares a declaration of an organisation's id. */
@InputType('DeclareOrganisationIdInput', { description: '申明组织的另一编号。A declaration that an organisation has another id.' })
export class DeclareOrganisationIdInput extends DeclarationInput {
  @Field(() => SourceIdScalar, { description: '哪个组织，其任一代码。Any code of the organisation that has the id.' })
  of!: string;

  @Field(() => String, { description: '发证方，1–100 字。Who issued the code, 1 to 100 characters.' })
  issuer!: string;

  @Field(() => String, {
    description:
      '编码方案，1–100 字；credit-code 核对校验位。The scheme, 1 to 100 characters; of credit-code the check character is checked.',
  })
  scheme!: string;

  @Field(() => SourceIdScalar, { description: '代码，字符串。The code, a string.' })
  code!: string;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）；默认不限。Until this day, exclusive; open when left out.' })
  validTo?: string | null;
}

/** Declares a withdrawal of an organisation's id. */
@InputType('WithdrawOrganisationIdInput', { description: '撤回组织的一个编号。The withdrawal of an id of an organisation.' })
export class WithdrawOrganisationIdInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '记录的编号，见 OrganisationId.id。The id of the statement, as OrganisationId.id shows it.' })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自此日起不再有效；不给则视为从未成立。The first day on which it no longer holds; left out, it never did.',
  })
  from?: string | null;
}
