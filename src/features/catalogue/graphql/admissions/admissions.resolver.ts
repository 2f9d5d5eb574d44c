import { Arg, Args, createUnionType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../../graphql/connection.js';
import { pageSize } from '../../../../graphql/page.js';
import type { PageCursors } from '../../../../graphql/page-cursors.js';
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
import type { AdmissionApplication } from '../../admission-application.js';
import type { ApplicationReadModel, ApplicationStart } from '../../ports.js';
import type { Admissions } from '../../publishing/admissions.js';
import { applicationIdType, uuidIn } from '../public-ids.js';
import { AdmissionApplicationsArgs, ApplyForAdmissionInput, ReviewAdmissionInput } from './admission-application.input.js';
import { AdmissionApplicationConnection, AdmissionApplicationType } from './admission-application.type.js';

/** Declares the answer to a change of an application. */
@ObjectType('AdmissionApplicationChanged', { description: '准入申请已变更。An application was made or reviewed.' })
export class AdmissionApplicationChangedType {
  @Field(() => AdmissionApplicationType, { description: '变更后的申请。The application after the change.' })
  application!: AdmissionApplication;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link AdmissionApplicationChangedType} shows. */
export interface AdmissionApplicationChangedValue extends AdmissionApplicationChangedType {
  readonly typeName: 'AdmissionApplicationChanged';
}

const AdmissionApplicationResult = createUnionType({
  name: 'AdmissionApplicationResult',
  description: '申请或审核的结果：已变更，或有名有姓的拒绝。The answer to an application or review: the change, or a named refusal.',
  types: () =>
    [AdmissionApplicationChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** Takes and answers applications for the admission list. */
@Resolver()
export class AdmissionsResolver {
  readonly #admissions: Admissions;
  readonly #applications: ApplicationReadModel;
  readonly #cursors: PageCursors;

  constructor(admissions: Admissions, applications: ApplicationReadModel, cursors: PageCursors) {
    this.#admissions = admissions;
    this.#applications = applications;
    this.#cursors = cursors;
  }

  @Query(() => AdmissionApplicationConnection, { description: '准入申请，最新在前。Applications for the admission list, newest first.' })
  async admissionApplications(
    @Args(() => AdmissionApplicationsArgs) asked: AdmissionApplicationsArgs,
    @Ctx() { principal }: RequestContext,
  ): Promise<ConnectionValue<AdmissionApplication>> {
    const query = { state: asked.state ?? null };
    const question = ['admissionApplications', query];
    const first = pageSize(asked.first, principal);
    const found = await this.#applications.page(query, { first, after: this.#startOf(question, asked.after) });
    return connectionOf({
      edges: found.slice(0, first).map((node) => ({
        node,
        cursor: () => this.#cursors.encode(question, [node.appliedAt.getTime(), node.uuid]),
      })),
      hasNextPage: found.length > first,
      total: async () => ({ count: await this.#applications.count(query), isLowerBound: false }),
    });
  }

  @Mutation(() => AdmissionApplicationResult, {
    description: '请求把一类事项列入网格事项准入清单。Asks for a category to be put on the admission list of grid matters.',
  })
  applyForAdmission(
    @Arg('input', () => ApplyForAdmissionInput, { description: '申请内容。The application.' }) input: ApplyForAdmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<AdmissionApplicationChangedValue | RefusalValue> {
    const { category, validTo, ...rest } = input;
    const { standard, kind, code } = category;
    const wish = { ...rest, category: { standard, kind, code }, validTo: validTo ?? null };
    return this.#answer(context, async () => this.#admissions.apply(wish, context));
  }

  @Mutation(() => AdmissionApplicationResult, {
    description: '审核准入申请：通过或不予准入；不得审核自己的申请。Reviews an application, never one’s own.',
  })
  reviewAdmission(
    @Arg('input', () => ReviewAdmissionInput, { description: '审核内容。The review.' }) input: ReviewAdmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<AdmissionApplicationChangedValue | RefusalValue> {
    return this.#answer(context, async () => {
      const application = uuidIn(input.application, applicationIdType, 'application');
      return this.#admissions.review({ ...input, application, reason: input.reason ?? null }, context);
    });
  }

  async #answer(
    { language }: RequestContext,
    act: () => Promise<Acted<{ readonly application: string }>>,
  ): Promise<AdmissionApplicationChangedValue | RefusalValue> {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      const application = (await this.#applications.byUuid(ids.application))!;
      return { typeName: 'AdmissionApplicationChanged', application, idempotentReplay };
    });
  }

  #startOf(question: unknown, after: string | null | undefined): ApplicationStart | null {
    if (after == null) return null;
    const [time, uuid] = this.#cursors.decode(question, after) as readonly [number, string];
    return { appliedAt: new Date(time), uuid };
  }
}
