import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';
import type { Acted } from '../../access/index.js';
import type { CategoryKey } from '../category.js';
import type { CategoryLinkReadModel, CategoryStep } from '../category-link.js';
import type { CategoryDeclarations } from '../declare-category-link.js';
import type { CategoryInput } from './category.type.js';
import { CategoryStepType } from './category-link.type.js';
import { categoryLinkIdType } from './category-links.resolver.js';
import { DeclareCategoryLinkInput, WithdrawCategoryLinkInput } from './declare-category-link.input.js';

/** Declares the answer to a change of a link between categories. */
@ObjectType('CategoryLinkChanged', { description: '类别对照已变更。A link between categories was changed.' })
export class CategoryLinkChangedType {
  @Field(() => CategoryStepType, {
    description: '变更后的对照；已撤回的为其最后一版。The link after the change; of a withdrawn one, its last version.',
  })
  link!: CategoryStep;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link CategoryLinkChangedType} shows. */
export interface CategoryLinkChangedValue extends CategoryLinkChangedType {
  readonly typeName: 'CategoryLinkChanged';
}

const CategoryLinkResult = createUnionType({
  name: 'CategoryLinkResult',
  description: '申明或撤回的结果：已变更，或有名有姓的拒绝。The answer to a declaration or withdrawal: the change, or a named refusal.',
  types: () => [CategoryLinkChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** Takes what people declare of categories. */
@Resolver()
export class DeclareCategoryLinkResolver {
  readonly #declarations: CategoryDeclarations;
  readonly #links: CategoryLinkReadModel;

  constructor(declarations: CategoryDeclarations, links: CategoryLinkReadModel) {
    this.#declarations = declarations;
    this.#links = links;
  }

  @Mutation(() => CategoryLinkResult, {
    description:
      '申明两个类别的对照；对照只由人认定，与现行对照抵触者拒绝。Declares what one category is to another, as only people do; refused where it contradicts what is in force.',
  })
  declareCategoryLink(
    @Arg('input', () => DeclareCategoryLinkInput, { description: '申明内容。The declaration.' }) input: DeclareCategoryLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<CategoryLinkChangedValue | RefusalValue> {
    const { validTo, from, to, ...rest } = input;
    const declaration = { ...rest, from: keyOf(from), to: keyOf(to), validTo: validTo ?? null };
    return this.#answer(context, async () => this.#declarations.declare(declaration, context));
  }

  @Mutation(() => CategoryLinkResult, {
    description: '撤回一条类别对照：自某日起终止，或视为从未成立。Withdraws a link between categories, from a day on or altogether.',
  })
  withdrawCategoryLink(
    @Arg('input', () => WithdrawCategoryLinkInput, { description: '撤回内容。The withdrawal.' }) input: WithdrawCategoryLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<CategoryLinkChangedValue | RefusalValue> {
    const { link, from, ...rest } = input;
    return this.#answer(context, async () => this.#declarations.withdraw({ ...rest, link: uuidOfLink(link), from: from ?? null }, context));
  }

  async #answer(
    { language }: RequestContext,
    act: () => Promise<Acted<{ readonly link: string }>>,
  ): Promise<CategoryLinkChangedValue | RefusalValue> {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      return { typeName: 'CategoryLinkChanged', link: (await this.#links.byUuid(ids.link))!, idempotentReplay };
    });
  }
}

const keyOf = ({ standard, kind, code }: CategoryInput): CategoryKey => ({ standard, kind, code });

function uuidOfLink(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === categoryLinkIdType) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'link: expected the id of a link between categories.',
    messageZh: 'link：应为类别对照的编号。',
    hint: 'resolveCategories shows the ids of the links on each path.',
  });
}
