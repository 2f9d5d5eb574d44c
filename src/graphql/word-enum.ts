import { registerEnumType } from 'type-graphql';

/** An enum of the schema: each word stands for itself. */
export type WordEnum<Word extends string> = { readonly [Each in Word]: Each };

/** What an enum of the schema is made of. */
export interface WordEnumParts<Word extends string> {
  readonly name: string;
  readonly description: string;
  /** The description of every word, in the order in which the schema lists them. */
  readonly words: Readonly<Record<Word, string>>;
}

/** Registers an enum whose values are written in the schema as they are stored, and answers it for the thunks of fields. */
export function wordEnum<Word extends string>({ name, description, words }: WordEnumParts<Word>): WordEnum<Word> {
  const described = Object.entries<string>(words);
  const values = Object.fromEntries(described.map(([word]) => [word, word])) as WordEnum<Word>;
  const valuesConfig = Object.fromEntries(described.map(([word, text]) => [word, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as Record<Word, { description: string }> });
  return values;
}
