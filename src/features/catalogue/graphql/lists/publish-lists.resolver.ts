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
} from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { Acted } from '../../../access/index.js';
import type { ListEdition } from '../../list.js';
import type { ListReadModel } from '../../ports.js';
import type { ListPublication, Publications, WrittenLine } from '../../publishing/publications.js';
import { applicationIdType, itemIdType, uuidIn } from '../public-ids.js';
import { ListEditionType } from './list-edition.type.js';
import { type CatalogueLineInput, PublishAdmissionListInput, PublishListInput } from './publish-list.input.js';

/** Declares the answer to a publication. */
@ObjectType('CatalogueListPublished', { description: '清单新一版已公布。An edition of a list was published.' })
export class CatalogueListPublishedType {
  @Field(() => ListEditionType, { description: '公布的一版。The edition.' })
  edition!: ListEdition;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link CatalogueListPublishedType} shows. */
export interface CatalogueListPublishedValue extends CatalogueListPublishedType {
  readonly typeName: 'CatalogueListPublished';
}

const PublishListResult = createUnionType({
  name: 'PublishListResult',
  description: '公布的结果：新一版，或有名有姓的拒绝。The answer to a publication: the edition, or a named refusal.',
  types: () => [CatalogueListPublishedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

type Answer = Promise<CatalogueListPublishedValue | RefusalValue>;

/** Takes publications of the lists that govern. */
@Resolver()
export class PublishListsResolver {
  readonly #publications: Publications;
  readonly #lists: ListReadModel;

  constructor(publications: Publications, lists: ListReadModel) {
    this.#publications = publications;
    this.#lists = lists;
  }

  @Mutation(() => PublishListResult, {
    description: '公布网格事项准入清单新一版；不得溯及既往。Publishes the next edition of the admission list, never for the past.',
  })
  publishAdmissionList(
    @Arg('input', () => PublishAdmissionListInput, { description: '公布内容。The publication.' }) input: PublishAdmissionListInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return this.#answer(context, async () => {
      const applications = input.applications?.map((id) => uuidIn(id, applicationIdType, 'applications')) ?? null;
      const retire = input.retire.map((id) => uuidIn(id, itemIdType, 'retire'));
      return this.#publications.publishAdmissions({ ...input, applications, retire }, context);
    });
  }

  @Mutation(() => PublishListResult, {
    description: '公布“吹哨”事项清单新一版，整份给出。Publishes the next edition of the whistle list, whole.',
  })
  publishWhistleList(
    @Arg('input', () => PublishListInput, { description: '公布内容。The publication.' }) input: PublishListInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return this.#answer(context, async () => this.#publications.publishList('WHISTLE', publicationOf(input), context));
  }

  @Mutation(() => PublishListResult, {
    description: '公布“报到”职责清单新一版，整份给出。Publishes the next edition of the duty list, whole.',
  })
  publishDutyList(
    @Arg('input', () => PublishListInput, { description: '公布内容。The publication.' }) input: PublishListInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return this.#answer(context, async () => this.#publications.publishList('DUTY', publicationOf(input), context));
  }

  async #answer({ language }: RequestContext, act: () => Promise<Acted<{ readonly edition: string }>>): Answer {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      const edition = (await this.#lists.edition(ids.edition))!;
      return { typeName: 'CatalogueListPublished', edition, idempotentReplay };
    });
  }
}

const publicationOf = (input: PublishListInput): ListPublication => ({ ...input, lines: input.lines.map(lineOf) });

function lineOf({ category, division, ...line }: CatalogueLineInput): WrittenLine {
  const { standard, kind, code } = category;
  return {
    category: { standard, kind, code },
    divisionCode: division ?? null,
    organisation: line.organisation ?? null,
    task: line.task,
    document: line.document ?? null,
    temporary: line.temporary,
    validFrom: line.validFrom ?? null,
    validTo: line.validTo ?? null,
  };
}
