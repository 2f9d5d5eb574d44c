import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { CityModel } from '../../crosswalk/index.js';
import { AllElementsGridType, DepartmentGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { Matter } from '../matter.js';
import type { MatterReadModel, MatterRows } from '../ports.js';
import { MattersOfUnitArgs } from './filter/matter.args.js';
import { newestFirst, queryOfFilter } from './filter/query-of-filter.js';
import { MatterConnection } from './matter.connection.js';
import { matterPage, pageStart } from './matter-pages.js';

type Context = RequestContext<CityModel>;

const description = '落在此网格的事项，最新在前。The matters that lie in it, newest first.';

/** Answers the matters of many units at once: units asked with the same arguments share one statement. */
export class MattersOfUnits {
  readonly #matters: MatterReadModel;
  readonly #cursors: PageCursors;
  readonly #pages = perRequest<string, MatterRows, CityModel>('matterPagesByUnit', (keys, context) => this.#load(keys, context));
  readonly #totals = perRequest<string, number, CityModel>('matterTotalsByUnit', (keys, context) => this.#count(keys, context));

  constructor(matters: MatterReadModel, cursors: PageCursors) {
    this.#matters = matters;
    this.#cursors = cursors;
  }

  async of(unit: GridUnit, asked: MattersOfUnitArgs, context: Context): Promise<ConnectionValue<Matter>> {
    const question = questionOf(unit.uuid, asked.where, context);
    const wish: UnitWish = { where: asked.where ?? null, first: pageSize(asked.first, context.principal), after: asked.after ?? null };
    const rows = await this.#pages(context).load(keyOf(unit, wish));
    const count = (): Promise<number> => this.#totals(context).load(keyOf(unit, { ...wish, after: null }));
    return connectionOf(matterPage(rows, { question, ordering: newestFirst, cursors: this.#cursors, count }));
  }

  async #load(keys: readonly string[], context: Context): Promise<readonly MatterRows[]> {
    return this.#byWish(keys, async (wish, units) => {
      const after = pageStart(this.#cursors, questionOf(units[0]!, wish.where, context), wish.after);
      return this.#matters.pagesOfUnits(context.scope, units, {
        query: queryOfFilter(wish.where, context.model),
        ordering: newestFirst,
        first: wish.first,
        after,
      });
    });
  }

  async #count(keys: readonly string[], context: Context): Promise<readonly number[]> {
    return this.#byWish(keys, (wish, units) => this.#matters.countsOfUnits(context.scope, units, queryOfFilter(wish.where, context.model)));
  }

  /** Runs one statement for each distinct wish and puts the answers back in the order of the keys. */
  async #byWish<Answer>(
    keys: readonly string[],
    ask: (wish: UnitWish, units: readonly string[]) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> {
    const answers = new Map<string, Answer>();
    // A cursor belongs to one unit, so a page that begins after one is a group of its own.
    const groups = groupBy(keys, (key) => (wishOf(key).after === null ? key.slice(uuidLength) : key));
    for (const group of groups.values()) {
      const found = await ask(
        wishOf(group[0]!),
        group.map((key) => key.slice(0, uuidLength)),
      );
      group.forEach((key, index) => answers.set(key, found[index]!));
    }
    return keys.map((key) => answers.get(key)!);
  }
}

/** Adds `matters` to every all-elements grid. */
@Resolver(() => AllElementsGridType)
export class MattersOfAllElementsGridResolver {
  readonly #units: MattersOfUnits;

  constructor(units: MattersOfUnits) {
    this.#units = units;
  }

  @FieldResolver(() => MatterConnection, { description })
  matters(
    @Root() unit: GridUnit,
    @Args(() => MattersOfUnitArgs) asked: MattersOfUnitArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Matter>> {
    return this.#units.of(unit, asked, context);
  }
}

/** Adds `matters` to every grid of an office. */
@Resolver(() => DepartmentGridType)
export class MattersOfDepartmentGridResolver {
  readonly #units: MattersOfUnits;

  constructor(units: MattersOfUnits) {
    this.#units = units;
  }

  @FieldResolver(() => MatterConnection, { description })
  matters(
    @Root() unit: GridUnit,
    @Args(() => MattersOfUnitArgs) asked: MattersOfUnitArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Matter>> {
    return this.#units.of(unit, asked, context);
  }
}

interface UnitWish {
  readonly where: MattersOfUnitArgs['where'] | null;
  readonly first: number;
  readonly after: string | null;
}

function questionOf(unitUuid: string, where: MattersOfUnitArgs['where'], { scope }: Context): unknown {
  return ['mattersOfUnit', scope.key, unitUuid, where ?? null];
}

const uuidLength = 36;

function keyOf(unit: GridUnit, wish: UnitWish): string {
  return unit.uuid + JSON.stringify(wish);
}

function wishOf(key: string): UnitWish {
  return JSON.parse(key.slice(uuidLength), (name, value: unknown) =>
    instantNames.has(name) && typeof value === 'string' ? new Date(value) : value,
  ) as UnitWish;
}

/** The members of a filter that hold instants, which JSON writes as texts. */
const instantNames = new Set(['gte', 'lt', 'dueBefore']);
