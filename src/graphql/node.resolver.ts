import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';

import { CityError } from '../kernel/city-error.js';
import { parseGlobalId } from '../kernel/ids.js';
import { InstantArgs } from './args/instant.args.js';
import { NodeType, type NodeValue } from './node.type.js';
import type { RequestContext } from './request-context.js';
import { IdScalar } from './scalars.js';

/** Finds the nodes of some types by uuid; answers in order, null for what is unknown or out of scope. */
export interface NodeFinder {
  /** Whether it knows the GraphQL type of that name. */
  knows(typeName: string): boolean;
  find(
    uuids: readonly string[],
    wish: { readonly instants: InstantArgs; readonly context: RequestContext },
  ): Promise<readonly (NodeValue | null)[]>;
}

const mostNodes = 100;

/** Answers `node` and `nodes` by handing each id to the feature that knows its type. */
@Resolver()
export class NodeResolver {
  readonly #finders: readonly NodeFinder[];

  constructor(finders: readonly NodeFinder[]) {
    this.#finders = finders;
  }

  @Query(() => NodeType, {
    nullable: true,
    description: '按全局编号取一个对象；不存在或无权查看时为 null。One object by its global id; null when unknown or out of scope.',
  })
  async node(
    @Arg('id', () => IdScalar, { description: '全局编号。The global id.' }) id: string,
    @Args(() => InstantArgs) instants: InstantArgs,
    @Ctx() context: RequestContext,
  ): Promise<NodeValue | null> {
    return (await this.#find([id], instants, context))[0]!;
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: '按全局编号取多个对象，次序不变，至多 100 个。Several objects by global id, in order, 100 at most.',
  })
  async nodes(
    @Arg('ids', () => [IdScalar], { description: '全局编号。The global ids.' }) ids: readonly string[],
    @Ctx() context: RequestContext,
  ): Promise<readonly (NodeValue | null)[]> {
    if (ids.length > mostNodes) throw tooMany(ids.length);
    return this.#find(ids, {}, context);
  }

  async #find(ids: readonly string[], instants: InstantArgs, context: RequestContext): Promise<readonly (NodeValue | null)[]> {
    const parsed = ids.map(parsedId);
    const found = new Map<string, NodeValue>();
    for (const finder of this.#finders) {
      const uuids = [...new Set(parsed.filter((id) => finder.knows(id.type)).map((id) => id.uuid))];
      if (uuids.length === 0) continue;
      for (const node of await finder.find(uuids, { instants, context })) if (node) found.set(node.id, node);
    }
    return ids.map((id) => found.get(id) ?? null);
  }
}

function parsedId(id: string): { readonly type: string; readonly uuid: string } {
  const parsed = parseGlobalId(id);
  if (parsed) return parsed;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `id: expected a global id that an earlier answer gave, got ${JSON.stringify(id.slice(0, 80))}.`,
    messageZh: `id：应为此前答复中给出的全局编号，收到 ${JSON.stringify(id.slice(0, 80))}。`,
    hint: 'A department’s own id goes to departmentGrid, matter or resolveIds instead.',
  });
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `ids: expected at most ${mostNodes}, got ${received}.`,
    messageZh: `ids：至多 ${mostNodes} 个，收到 ${received} 个。`,
    hint: 'Ask in several requests.',
  });
}
