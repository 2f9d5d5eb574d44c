import { Field, InputType } from 'type-graphql';

import { SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { Declaration, StatementOrigin } from '../declaration.js';

/** The enum `StatementOrigin`. */
export const StatementOriginEnum = wordEnum<StatementOrigin>({
  name: 'StatementOrigin',
  description: '一条认定的来处。Where a statement comes from.',
  words: { PACK: '城市数据包。A city pack.', DECLARED: '由人在平台上申明。A person, on the platform.' },
});

/** Declares what every statement that a person makes brings with it. */
@InputType()
export abstract class DeclarationInput implements Declaration {
  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只做一次。The idempotency key, 1 to 128 characters; repeated, it is done once.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: '文号，1–200 字。The number of the document it rests on, 1 to 200 characters.' })
  document!: string;

  @Field(() => SourceIdScalar, {
    description: '代表哪个组织，其任一代码。Any code of the organisation on whose behalf it is made.',
  })
  organisation!: string;

  @Field(() => String, {
    description: '申明人的职务，1–100 字，勿写姓名。The office that the person holds, 1 to 100 characters; never a name.',
  })
  role!: string;
}
