import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

import type { Page, PageEdge } from './page.js';
import { CursorScalar } from './scalars.js';

/** Declares `PageInfo` of the Relay connection specification, forward only. */
@ObjectType('PageInfo', { description: '分页信息（Relay）。Where a page stands in its list (Relay).' })
export class PageInfoType {
  @Field(() => Boolean, { description: '后面是否还有。Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: '前面是否还有；本平台只向后翻页，故恒为 false。Whether some come before; always false, paging is forward only.',
  })
  hasPreviousPage!: boolean;

  @Field(() => CursorScalar, { nullable: true, description: '本页第一项的游标。The cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => CursorScalar, {
    nullable: true,
    description: '本页最后一项的游标，作 after 传入即得下一页。The cursor of the last item; give it as after for the next page.',
  })
  endCursor!: string | null;
}

/** What a connection's types are named after. */
export interface ConnectionNoun {
  /** Name of the node's type, e.g. `Matter`. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** A value that {@link connectionType} shows. */
export interface ConnectionValue<Node> {
  readonly page: Page<Node>;
}

/** An edge as its type shows it. */
interface ShownEdge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

/** The value of a page as a connection shows it. */
export const connectionOf = <Node>(page: Page<Node>): ConnectionValue<Node> => ({ page });

/**
 * Declares the types `<Name>Edge` and `<Name>Connection` for a node type and answers the latter's class.
 * Totals are counted only when they are asked for.
 */
export function connectionType<Node extends object>(noun: ConnectionNoun, nodeType: () => unknown): ClassType {
  const node = nodeType as () => ClassType;

  @ObjectType(`${noun.name}Edge`, { description: `${noun.zh}列表中的一项。One item of a list of ${noun.en}.` })
  class Edge {
    @Field(() => CursorScalar, { description: '此项的游标。The cursor of this item.', simple: true })
    cursor!: string;

    @Field(node, { description: `${noun.zh}。The item itself.`, simple: true })
    node!: Node;
  }

  @ObjectType(`${noun.name}Connection`, { description: `${noun.zh}的一页（Relay）。One page of ${noun.en} (Relay).` })
  class Connection {
    readonly page!: Page<Node>;

    @Field(() => [Edge], { description: '带游标的各项。The items with their cursors.' })
    edges(): readonly ShownEdge<Node>[] {
      return this.page.edges.map(shown);
    }

    @Field(() => [node()], { description: '只要各项本身时用它。The items alone.' })
    nodes(): readonly Node[] {
      return this.page.edges.map((edge) => edge.node);
    }

    @Field(() => PageInfoType, { description: '分页信息。Where this page stands.' })
    pageInfo(): PageInfoType {
      const { edges, hasNextPage } = this.page;
      return { hasNextPage, hasPreviousPage: false, startCursor: edges[0]?.cursor() ?? null, endCursor: edges.at(-1)?.cursor() ?? null };
    }

    @Field(() => Int, { nullable: true, description: '总数；受隐藏规则保护时为 null。The total; null when suppressed.' })
    async totalCount(): Promise<number | null> {
      return (await this.page.total()).count;
    }

    @Field(() => Boolean, { description: '总数是否只是下限。Whether the total is only a lower bound.' })
    async totalCountIsLowerBound(): Promise<boolean> {
      return (await this.page.total()).isLowerBound;
    }
  }
  return Connection;
}

/** Signs the cursor when it is first read: a plain member, since compiled operations, unlike the interpreter, call no function that they find. */
function shown<Node>(edge: PageEdge<Node>): ShownEdge<Node> {
  let cursor: string | null = null;
  return {
    node: edge.node,
    get cursor() {
      return (cursor ??= edge.cursor());
    },
  };
}
