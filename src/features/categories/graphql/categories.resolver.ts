import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import { pastInstant } from '../../../graphql/args/past-instant.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { Category } from '../category.js';
import { type CategorySources, resolveCategories } from '../resolve-categories.js';
import { CategoryInput, CategoryType } from './category.type.js';
import { CategoryResolutionType } from './category-resolution.type.js';

const mostCodes = 1000;

/** Answers which categories there are and what they are in other standards. */
@Resolver()
export class CategoriesResolver {
  readonly #sources: CategorySources;

  constructor(sources: CategorySources) {
    this.#sources = sources;
  }

  @Query(() => [CategoryType], { description: '某标准（或全部标准）的类别。The categories of a standard, or of all.' })
  categories(
    @Arg('standard', () => String, { nullable: true, description: '标准。The standard.' }) standard: string | null,
  ): Promise<readonly Category[]> {
    return this.#sources.categories.all(standard ?? null);
  }

  @Query(() => [CategoryResolutionType], {
    description:
      '把类别对照到其他标准，次序不变；可接连几条对照推出，路径写明；无对照者写明，不作猜测。Answers categories in other standards, in order, over several links where need be, with the path; what nobody has linked is named, never guessed.',
  })
  async resolveCategories(
    @Arg('codes', () => [CategoryInput], { description: '要对照的类别，至多 1000 个。The categories asked for, 1,000 at most.' })
    codes: readonly CategoryInput[],
    @Arg('to', () => [String], { nullable: true, description: '对照到哪些标准；默认全部。Into which standards; into all when left out.' })
    to: readonly string[] | null,
    @Arg('at', () => DateScalar, { nullable: true, description: '按哪一天；默认今天。As of which day; today when left out.' })
    at: string | null,
    @Arg('knownAt', () => DateTimeScalar, {
      nullable: true,
      description: '按平台当时所知；默认现在。As the platform knew it at that instant; now when left out.',
    })
    knownAt: Date | null,
    @Ctx() { model, clock }: RequestContext<{ readonly at: CalendarDate }>,
  ): Promise<readonly CategoryResolutionType[]> {
    if (codes.length > mostCodes) throw tooMany(codes.length);
    const question = { to: to ?? null, at: at ?? model.at, knownAt: pastInstant(knownAt, clock) };
    const answers = await resolveCategories(codes, question, this.#sources);
    return answers.map(({ asked, ...answer }) => ({ standard: asked.standard, kind: asked.kind, code: asked.code, ...answer }));
  }
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `codes: expected at most ${mostCodes}, got ${received}.`,
    messageZh: `codes：至多 ${mostCodes} 个，收到 ${received} 个。`,
    hint: 'Ask in several requests.',
  });
}
