import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { DateScalar } from '../../../../graphql/scalars.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import type { OfficeForms } from '../../forms/forms.js';
import { type Repetition, repetitionOf } from '../../forms/repeated-items.js';
import { RepetitionType } from './form.type.js';

/** Answers what offices ask for twice. */
@Resolver()
export class RepeatedItemsResolver {
  readonly #forms: OfficeForms;

  constructor(forms: OfficeForms) {
    this.#forms = forms;
  }

  @Query(() => RepetitionType, {
    description: '某类事项各部门表单重复要的项（减负）。What the offices’ forms for a category ask for more than once.',
  })
  async repeatedItems(
    @Arg('category', () => CategoryInput, { description: '类别。The category.' }) { standard, kind, code }: CategoryInput,
    @Arg('at', () => DateScalar, { nullable: true, description: '按哪一天；默认今天。As of which day; today when left out.' })
    at: string | null,
    @Ctx() { model }: RequestContext<{ readonly at: CalendarDate }>,
  ): Promise<Repetition> {
    return repetitionOf(await this.#forms.of({ standard, kind, code }, at ?? model.at));
  }
}
