import { checkFilterLists } from '../../../../graphql/inputs/filter-lists.js';
import type { MatterEventConditions, NamedUnit, ResponsibleConditions } from '../../matters/matter-event-conditions.js';
import type { MatterEventFilter, ResponsibleFilter } from './matter-event-filter.input.js';

/** Turns the schema's filter into conditions, in one spelling: filters that want the same give equal conditions, and so share cursors. Throws `BAD_USER_INPUT` for endless lists. */
export function conditionsOf(filter: MatterEventFilter | null | undefined): MatterEventConditions {
  if (filter) checkFilterLists(filter);
  const { department, responsible, division, grid, unit, area, category, state, light, source } = filter ?? {};
  return {
    ...(department ? { departments: inOneSpelling(department) } : {}),
    ...(responsible ? { responsible: responsibleOf(responsible) } : {}),
    ...(division?.eq != null ? { division: division.eq } : {}),
    ...(division?.within != null ? { withinDivision: division.within } : {}),
    ...(grid != null ? { grid } : {}),
    ...(unit ? { units: unitsOf(unit) } : {}),
    ...(area ? { area: [area.west, area.south, area.east, area.north] as const } : {}),
    ...(category ? { category: { standard: category.standard, kind: category.kind, code: category.code } } : {}),
    ...(state ? { states: inOneSpelling(state) } : {}),
    ...(light ? { lights: inOneSpelling(light) } : {}),
    ...(source ? { sources: inOneSpelling(source) } : {}),
  };
}

function responsibleOf({ department, organisation }: ResponsibleFilter): ResponsibleConditions {
  return {
    ...(department ? { departments: inOneSpelling(department) } : {}),
    ...(organisation ? { organisations: inOneSpelling(organisation) } : {}),
  };
}

function unitsOf(units: NonNullable<MatterEventFilter['unit']>): readonly NamedUnit[] {
  const spelt = units.map(({ department, localId, layer }) => JSON.stringify([department, layer ?? null, localId]));
  return inOneSpelling(spelt).map((text) => {
    const [department, layer, localId] = JSON.parse(text) as [string, string | null, string];
    return { department, localId, layer };
  });
}

function inOneSpelling<Word extends string>(words: readonly Word[]): readonly Word[] {
  return [...new Set(words)].sort();
}
