import type { CalendarDate } from '../../../kernel/dates.js';
import type { CategoryKey, CategorySources } from '../../categories/index.js';
import { coveringCategories } from '../covering-categories.js';
import type { OfficeForm } from './office-form.js';

/** Reads the offices' forms from the city index; they are open to everybody. */
export interface FormReadModel {
  /** The forms in force on a day for any of the categories, those of the first category first. */
  inForce(categories: readonly CategoryKey[], at: CalendarDate): Promise<readonly OfficeForm[]>;
}

/** Finds the forms that a matter fills. */
export class OfficeForms {
  constructor(
    private readonly forms: FormReadModel,
    private readonly categories: CategorySources,
  ) {}

  /** The forms of a category on a day: of each office that asks at all, those nearest to the category. */
  async of(category: CategoryKey, at: CalendarDate): Promise<readonly OfficeForm[]> {
    const found = await this.forms.inForce(await coveringCategories(category, at, this.categories), at);
    return found.filter((form) => {
      const nearest = found.find(({ department }) => department === form.department)!;
      return nearest.category.standard === form.category.standard && nearest.category.code === form.category.code;
    });
  }
}
