import { type Finding, lint } from './house/lint.js';

/** Lines of source, each with the rule that has to speak about it; null where none may. */
type Marked = readonly (readonly [line: string, rule: string | null])[];

const inSource: Marked = [
  ["import { Arg, Field, FieldResolver, ObjectType, Query, Resolver, Subscription } from 'type-graphql';", null],
  ['', null],
  ["import { CityError } from './city-error.js';", '@typescript-eslint/consistent-type-imports'],
  ['export const codeOf = (error: CityError): string => error.code;', null],
  ['export const shout = console.log;', 'no-console'],
  ["export const port = process.env['PORT'];", 'no-restricted-properties'],
  ['export type Loose = any;', '@typescript-eslint/no-explicit-any'],
  ['export function start(): void {', null],
  ['  Promise.resolve();', '@typescript-eslint/no-floating-promises'],
  ['}', null],
  ['/** @param x no hyphen */', 'tsdoc/syntax'],
  ['/** A weight: 0 < weight ≤ 1. */', null],
  ['export default function again(): void {}', 'no-restricted-syntax'],
  ['const kept = (): typeof String => String;', null],
  ['@ObjectType()', null],
  ['export class Bare {', null],
  ['  @Field() name!: string;', 'no-restricted-syntax'],
  ['  @Field({ nullable: true }) other!: string;', 'no-restricted-syntax'],
  ['  @Field(() => String, { nullable: true }) thunk!: string;', null],
  ['  @Field(kept) keptThunk!: string;', null],
  ['}', null],
  ['@Resolver()', null],
  ['export class Asked {', null],
  ['  @Query() one(): string { return ""; }', 'no-restricted-syntax'],
  ["  @Query(() => String) two(@Arg('id') id: string): string { return id; }", 'no-restricted-syntax'],
  ["  @Query(() => String) three(@Arg('id', () => String) id: string): string { return id; }", null],
  ['  @FieldResolver() four(): string { return ""; }', null],
  ["  @Subscription({ topics: 'T', filter: () => true }) five(): string { return ''; }", 'no-restricted-syntax'],
  ["  @Subscription(() => String, { topics: 'T' }) six(): string { return ''; }", null],
  ['}', null],
];

const inTest: Marked = [
  ["it.only('hides the others', () => expect(1).toBe(1));", 'no-restricted-syntax'],
  ["fdescribe('hides the others', () => undefined);", 'no-restricted-syntax'],
  ["it('is one of many', () => expect(1).toBe(1));", null],
];

const textOf = (marked: Marked): string => `${marked.map(([line]) => line).join('\n')}\n`;

/** Each line with the rules that spoke about it. */
const told = (marked: Marked, findings: readonly Finding[] = []): readonly unknown[] =>
  marked.map(([line], place) => [line, findings.filter((one) => one.line === place + 1).map(({ rule }) => rule)]);

const expected = (marked: Marked): readonly unknown[] => marked.map(([line, rule]) => [line, rule === null ? [] : [rule]]);

describe('the linter', () => {
  let findings: readonly (readonly Finding[])[];

  beforeAll(async () => {
    findings = await lint([
      { file: 'src/kernel/clock.ts', text: textOf(inSource) },
      { file: 'test/architecture/lint.test.ts', text: textOf(inTest) },
    ]);
  }, 180_000);

  it('speaks about each fault of src, and about nothing else', () => {
    expect(told(inSource, findings[0])).toEqual(expected(inSource));
  });

  it('lets no test be focused', () => {
    expect(told(inTest, findings[1])).toEqual(expected(inTest));
  });
});
