import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

/** The size of a document as its limits see it. */
export interface DocumentMeasure {
  /** Fields within each other at the deepest place; what lies under introspection is not counted. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
  /** Objects and lists within each other in its deepest value. */
  readonly inputDepth: number;
}

/** Measures a parsed document in one walk over its text; each fragment is gone into once, however often it is spread. */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const counted = { aliases: 0, directives: 0, inputDepth: 0 };
  let level = 0;
  const nested = {
    enter: () => {
      level += 1;
      counted.inputDepth = Math.max(counted.inputDepth, level);
    },
    leave: () => {
      level -= 1;
    },
  };
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias !== undefined && name.value !== '__typename') counted.aliases += 1;
    },
    Directive: () => {
      counted.directives += 1;
    },
    ObjectValue: nested,
    ListValue: nested,
  });
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { ...counted, fragments: fragments.length, depth: depthOf(document, fragments) };
}

function depthOf(document: DocumentNode, fragments: readonly FragmentDefinitionNode[]): number {
  const depths = new Depths(fragments);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map(({ selectionSet }) => depths.of(selectionSet)));
}

class Depths {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, number>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of({ selections }: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of selections) deepest = Math.max(deepest, this.#ofSelection(selection));
    return deepest;
  }

  #ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    // graphql's own rule bounds how deep introspection may go.
    if (selection.selectionSet === undefined || selection.name.value.startsWith('__')) return 1;
    return 1 + this.of(selection.selectionSet);
  }

  #ofFragment(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused by validation; here it must only come to an end.
    this.#known.set(name, 0);
    const fragment = this.#fragments.get(name);
    const depth = fragment === undefined ? 0 : this.of(fragment.selectionSet);
    this.#known.set(name, depth);
    return depth;
  }
}
