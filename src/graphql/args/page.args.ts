import { ArgsType, Field, Int } from 'type-graphql';

import { CursorScalar } from '../scalars.js';
import { InstantArgs } from './instant.args.js';

const firstText = '每页多少项，1–100（机器密钥至 1000）。Items a page, 1 to 100 (machine keys up to 1,000).';
const afterText = '上一页的 endCursor。The endCursor of the page before.';

/** Declares the arguments of a connection that knows no date. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, nullable: true, description: firstText })
  first?: number | null;

  @Field(() => CursorScalar, { nullable: true, description: afterText })
  after?: string | null;
}

/** Declares the arguments of a connection that may be asked for another day. */
@ArgsType()
export class DatedPageArgs extends InstantArgs {
  @Field(() => Int, { defaultValue: 20, nullable: true, description: firstText })
  first?: number | null;

  @Field(() => CursorScalar, { nullable: true, description: afterText })
  after?: string | null;
}
