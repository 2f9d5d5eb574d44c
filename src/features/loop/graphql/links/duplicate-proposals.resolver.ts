import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../../graphql/connection.js';
import { pageSize } from '../../../../graphql/page.js';
import type { PageCursors } from '../../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { countCap, queryOfFilter } from '../../../matters/graphql/index.js';
import type { MatterReadModel } from '../../../matters/index.js';
import type { MatterLink } from '../../links/matter-link.js';
import type { DuplicateReadModel, ProposalPageWish } from '../../links/ports.js';
import { DuplicateProposalConnection, DuplicateProposalsArgs, type DuplicateProposalType } from './duplicate-proposal.type.js';

/** What proposals are answered from. */
export interface DuplicateProposalSources {
  readonly duplicates: DuplicateReadModel;
  readonly matters: Pick<MatterReadModel, 'byUuid'>;
  readonly cursors: PageCursors;
}

type Proposed = { readonly link: MatterLink; readonly shown: DuplicateProposalType };

/** Answers the question for proposed duplicates. */
@Resolver()
export class DuplicateProposalsResolver {
  readonly #sources: DuplicateProposalSources;

  constructor(sources: DuplicateProposalSources) {
    this.#sources = sources;
  }

  @Query(() => DuplicateProposalConnection, {
    description:
      '待认定的疑似重复，最新者在前；只列两件均未办结、均有权查看且均未密封的。Proposed duplicates that nobody has decided, newest first: both open, both in the caller’s scope, neither sealed.',
  })
  async duplicateProposals(
    @Args(() => DuplicateProposalsArgs) asked: DuplicateProposalsArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<ConnectionValue<DuplicateProposalType>> {
    const { duplicates, cursors } = this.#sources;
    const { scope, principal } = context;
    const query = queryOfFilter(asked.where, context);
    const question = ['duplicateProposals', scope.key, asked.where ?? null];
    const after = startOf(cursors, question, asked.after);
    const { links, hasMore } = await duplicates.page(scope, { query, first: pageSize(asked.first, principal), after });
    return connectionOf({
      edges: (await this.#shown(scope, links)).map(({ shown, link }) => ({
        node: shown,
        cursor: () => cursors.encode(question, [link.madeAt.getTime(), link.fromUuid, link.toUuid]),
      })),
      hasNextPage: hasMore,
      total: async () => {
        const total = await duplicates.count(scope, query, countCap);
        return { count: Math.min(total, countCap), isLowerBound: total > countCap };
      },
    });
  }

  /** What went out of sight since the page was read is left out. */
  async #shown(scope: Scope, links: readonly MatterLink[]): Promise<readonly Proposed[]> {
    const uuids = [...new Set(links.flatMap(({ fromUuid, toUuid }) => [fromUuid, toUuid]))];
    const matters = await this.#sources.matters.byUuid(scope, uuids);
    const byUuid = new Map(uuids.map((uuid, nth) => [uuid, matters[nth]!]));
    return links.flatMap((link) => {
      const [matter, duplicateOf] = [byUuid.get(link.fromUuid), byUuid.get(link.toUuid)];
      if (!matter || !duplicateOf) return [];
      const { metres, hours, madeAt } = link;
      return [{ link, shown: { matter, duplicateOf, metres, hours: hours!, madeAt } }];
    });
  }
}

/** Where the page after a cursor begins; throws `CURSOR_INVALID`. */
function startOf(cursors: PageCursors, question: unknown, after: string | null | undefined): ProposalPageWish['after'] {
  if (after == null) return null;
  const [madeAt, fromUuid, toUuid] = cursors.decode(question, after) as [number, string, string];
  return { madeAt: new Date(madeAt), fromUuid, toUuid };
}
