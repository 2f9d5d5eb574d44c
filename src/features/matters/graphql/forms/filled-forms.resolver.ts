import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { IdScalar } from '../../../../graphql/scalars.js';
import { parseGlobalId } from '../../../../kernel/ids.js';
import { type FilledForm, fillForm, type OfficeForms } from '../../../catalogue/index.js';
import type { CategoryKey, CategoryReadModel } from '../../../categories/index.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { factsOf } from '../../facts-of-matter.js';
import type { Matter } from '../../matter.js';
import type { MatterReadModel } from '../../ports.js';
import { FilledFormType } from './filled-form.type.js';

/** What filled forms are answered from. */
export interface FilledFormSources {
  readonly matters: Pick<MatterReadModel, 'byUuid'>;
  readonly forms: OfficeForms;
  readonly categories: CategoryReadModel;
}

/** Answers every office's form for a matter that was reported once. */
@Resolver()
export class FilledFormsResolver {
  readonly #sources: FilledFormSources;

  constructor(sources: FilledFormSources) {
    this.#sources = sources;
  }

  @Query(() => [FilledFormType], {
    description:
      '一次上报，各部门表单都填好：每个部门对该事项类别的表单及尚缺之项；无权查看或未知的事项为空。Report once: every office’s form for the category of a matter, filled from its one report, with what is missing; none for a matter that is unknown or out of scope.',
  })
  async filledForms(
    @Arg('matter', () => IdScalar, { description: '事项的编号。The id of the matter.' }) id: string,
    @Ctx() { scope, model }: RequestContext<CityModel>,
  ): Promise<readonly FilledForm[]> {
    const uuid = parseGlobalId(id)?.uuid;
    const [matter] = uuid === undefined ? [] : await this.#sources.matters.byUuid(scope, [uuid]);
    const key = matter ? categoryOf(matter) : null;
    if (!matter || key === null) return [];
    const [forms, [category]] = await Promise.all([this.#sources.forms.of(key, model.at), this.#sources.categories.byKey([key])]);
    return forms.map((form) => fillForm(form, factsOf(matter, category ?? null, { model, department: form.department })));
  }
}

function categoryOf({ standard, categoryKind, categoryCode }: Matter): CategoryKey | null {
  if (standard === null || categoryKind === null || categoryCode === null) return null;
  return { standard, kind: categoryKind, code: categoryCode };
}
