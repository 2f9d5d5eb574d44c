import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Matter } from '../matter.js';
import type { MatterReadModel, MatterRows } from '../ports.js';
import type { MattersOfUnitArgs } from './filter/matter.args.js';
import { newestFirst, queryOfFilter } from './filter/query-of-filter.js';
import { matterPage, pageStart } from './matter-pages.js';

type Context = RequestContext<CityModel>;

/** What holds matters, and how those of many holders are read at once. */
export interface MatterHolders {
  /** Binds cursors to this kind of holder. */
  readonly question: string;
  readonly pages: MatterReadModel['pagesOfUnits'];
  readonly counts: MatterReadModel['countsOfUnits'];
}

/** The matters that lie in units. */
export function mattersOfUnits(matters: MatterReadModel, cursors: PageCursors): MattersOfHolders {
  const pages: MatterHolders['pages'] = (...asked) => matters.pagesOfUnits(...asked);
  const counts: MatterHolders['counts'] = (...asked) => matters.countsOfUnits(...asked);
  return new MattersOfHolders({ question: 'mattersOfUnit', pages, counts }, cursors);
}

/** The matters that are about elements. */
export function mattersOfElements(matters: MatterReadModel, cursors: PageCursors): MattersOfHolders {
  const pages: MatterHolders['pages'] = (...asked) => matters.pagesOfElements(...asked);
  const counts: MatterHolders['counts'] = (...asked) => matters.countsOfElements(...asked);
  return new MattersOfHolders({ question: 'mattersOfElement', pages, counts }, cursors);
}

/** Answers the matters of many units, or elements, at once: those asked with the same arguments share one statement. */
export class MattersOfHolders {
  readonly #holders: MatterHolders;
  readonly #cursors: PageCursors;
  readonly #pages = perRequest<string, MatterRows, CityModel>('matterPagesByHolder', (keys, context) => this.#load(keys, context));
  readonly #totals = perRequest<string, number, CityModel>('matterTotalsByHolder', (keys, context) => this.#count(keys, context));

  constructor(holders: MatterHolders, cursors: PageCursors) {
    this.#holders = holders;
    this.#cursors = cursors;
  }

  async of(holderUuid: string, asked: MattersOfUnitArgs, context: Context): Promise<ConnectionValue<Matter>> {
    const question = this.#question(holderUuid, asked.where, context);
    const wish: HolderWish = { where: asked.where ?? null, first: pageSize(asked.first, context.principal), after: asked.after ?? null };
    const rows = await this.#pages(context).load(keyOf(holderUuid, wish));
    const count = (): Promise<number> => this.#totals(context).load(keyOf(holderUuid, { ...wish, after: null }));
    return connectionOf(matterPage(rows, { question, ordering: newestFirst, cursors: this.#cursors, count }));
  }

  async #load(keys: readonly string[], context: Context): Promise<readonly MatterRows[]> {
    return this.#byWish(keys, async (wish, holders) => {
      const after = pageStart(this.#cursors, this.#question(holders[0]!, wish.where, context), wish.after);
      return this.#holders.pages(context.scope, holders, {
        query: queryOfFilter(wish.where, context),
        ordering: newestFirst,
        first: wish.first,
        after,
      });
    });
  }

  async #count(keys: readonly string[], context: Context): Promise<readonly number[]> {
    return this.#byWish(keys, (wish, holders) => this.#holders.counts(context.scope, holders, queryOfFilter(wish.where, context)));
  }

  #question(holderUuid: string, where: MattersOfUnitArgs['where'], { scope }: Context): unknown {
    return [this.#holders.question, scope.key, holderUuid, where ?? null];
  }

  /** Runs one statement for each distinct wish and puts the answers back in the order of the keys. */
  async #byWish<Answer>(
    keys: readonly string[],
    ask: (wish: HolderWish, holders: readonly string[]) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> {
    const answers = new Map<string, Answer>();
    // A cursor belongs to one holder, so a page that begins after one is a group of its own.
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

interface HolderWish {
  readonly where: MattersOfUnitArgs['where'] | null;
  readonly first: number;
  readonly after: string | null;
}

const uuidLength = 36;

function keyOf(holderUuid: string, wish: HolderWish): string {
  return holderUuid + JSON.stringify(wish);
}

function wishOf(key: string): HolderWish {
  return JSON.parse(key.slice(uuidLength), (name, value: unknown) =>
    instantNames.has(name) && typeof value === 'string' ? new Date(value) : value,
  ) as HolderWish;
}

/** The members of a filter that hold instants, which JSON writes as texts. */
const instantNames = new Set(['gte', 'lt', 'dueBefore']);
