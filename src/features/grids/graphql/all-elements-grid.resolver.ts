import { FieldResolver, Resolver, Root } from 'type-graphql';

import { GridCodeScalar } from '../../../graphql/scalars.js';
import { CityError } from '../../../kernel/city-error.js';
import { type DivisionOfDay, divisionOfDay, DivisionType } from '../../divisions/graphql/index.js';
import type { GridUnit } from '../grid-model.js';
import { AllElementsGridType } from './all-elements-grid.type.js';

/** Answers the fields that only an all-elements grid has. */
@Resolver(() => AllElementsGridType)
export class AllElementsGridResolver {
  @FieldResolver(() => GridCodeScalar, {
    description: '全要素网格编码，12 位社区代码加 3 位顺序号。The code of the grid: 12 digits of its community and a serial of 3.',
  })
  code(@Root() grid: GridUnit): string {
    return grid.localId;
  }

  @FieldResolver(() => DivisionType, { description: '所在社区，全要素网格不跨社区。The community it lies in, which it never crosses.' })
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
