import { Field, ObjectType } from 'type-graphql';

import type { Wording } from '../wording.js';

/** Declares one sentence in both languages. */
@ObjectType('Wording', { description: '同一句话的中英文。One sentence in both languages.' })
export class WordingType implements Wording {
  @Field(() => String, { simple: true, description: '中文。In Chinese.' })
  zh!: string;

  @Field(() => String, { simple: true, description: '英文。In English.' })
  en!: string;
}
