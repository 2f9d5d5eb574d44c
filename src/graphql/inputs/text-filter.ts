import { Field, InputType } from 'type-graphql';

/** Declares the conditions on a text. */
@InputType('TextFilter', { description: '对文字的条件，同时满足。Conditions on a text, all of which must hold.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: '等于。Equals.' })
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: '是其中之一，至多 1000 个。Is one of these, 1,000 at most.' })
  in?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: '包含，按字面比较。Contains, compared literally.' })
  contains?: string | null;
}

/** Whether a text meets the conditions; a missing text meets none but the empty filter. */
export function textMeets(filter: TextFilter | null | undefined, text: string | null): boolean {
  if (!filter) return true;
  if (filter.eq != null && text !== filter.eq) return false;
  if (filter.in != null && (text === null || !setOf(filter.in).has(text))) return false;
  return filter.contains == null || (text !== null && text.includes(filter.contains));
}

/** Asked for every unit of a city: a list of a thousand must not be read through each time. */
function setOf(texts: readonly string[]): ReadonlySet<string> {
  const known = sets.get(texts);
  if (known) return known;
  const set = new Set(texts);
  sets.set(texts, set);
  return set;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
