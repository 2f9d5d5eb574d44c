import { FieldResolver, Resolver, Root } from 'type-graphql';

import { CityError } from '../../../kernel/city-error.js';
import { type DivisionOfDay, divisionOfDay } from '../../divisions/graphql/index.js';
import type { GridUnit } from '../grid-unit.js';
import { AllElementsGridType } from './all-elements-grid.type.js';

/** Answers the fields that only an all-elements grid has. */
@Resolver(() => AllElementsGridType)
export class AllElementsGridResolver {
  @FieldResolver()
  code(@Root() grid: GridUnit): string {
    return grid.localId;
  }

  @FieldResolver()
  division(@Root() grid: GridUnit): DivisionOfDay {
    const division = grid.divisionCode === null ? null : divisionOfDay(grid.model.divisions, grid.divisionCode);
    if (division) return division;
    throw new CityError({
      code: 'INTERNAL',
      fault: 'ours',
      message: `Grid ${grid.localId}: expected its community in the register of ${grid.model.at}, found none with the code ${grid.divisionCode ?? '(none)'}.`,
      messageZh: `网格 ${grid.localId}：${grid.model.at} 的区划登记中没有代码 ${grid.divisionCode ?? '（空）'} 的社区。`,
      hint: 'Import the divisions of that date again.',
    });
  }
}
