import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { type ListSize, sizeOfList, type Variables } from './list-size.js';

/** Objects that a selection may answer for one parent: so many in any case, and so many for each list whose length a variable tells. */
export interface CostPlan {
  readonly fixed: number;
  readonly varying: readonly { readonly size: (variables: Variables) => number; readonly each: CostPlan }[];
}

const nothing: CostPlan = { fixed: 0, varying: [] };
type FieldParent = GraphQLObjectType | GraphQLInterfaceType;

/** The objects that a plan comes to with these variables. */
export function costOf({ fixed, varying }: CostPlan, variables: Variables): number {
  return varying.length === 0 ? fixed : reckoned({ fixed, varying }, variables, new Map());
}

// A plan that many spreads share is reckoned once: fragments that spread each other twice would double the work with each of them.
function reckoned(plan: CostPlan, variables: Variables, known: Map<CostPlan, number>): number {
  const before = known.get(plan);
  if (before !== undefined) return before;
  let cost = plan.fixed;
  for (const { size, each } of plan.varying) cost += size(variables) * reckoned(each, variables, known);
  known.set(plan, cost);
  return cost;
}

/** Reckons the objects of an operation's answer; each fragment is gone into once, so the work grows with the text and not with what it spreads. */
export function planCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): CostPlan {
  const root = schema.getRootType(operation.operation);
  return root ? new Planner(schema, operation, fragments).selections(operation.selectionSet, root, null) : nothing;
}

class Planner {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, CostPlan>();

  constructor(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]) {
    this.#schema = schema;
    this.#operation = operation;
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** `page` is the size of the page whose connection the selection is of; null elsewhere. */
  selections({ selections }: SelectionSetNode, type: GraphQLNamedType, page: ListSize | null): CostPlan {
    return sumOf(selections.map((selection) => this.#selection(selection, type, page)));
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType, page: ListSize | null): CostPlan {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type, page);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value, page);
    const narrowed = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
    return this.selections(selection.selectionSet, narrowed ?? type, page);
  }

  #fragment(name: string, page: ListSize | null): CostPlan {
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    if (!type) return nothing;
    const key = page === null ? name : `${name} ${page.key}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, nothing);
    const plan = shared(this.selections(fragment.selectionSet, type, page));
    this.#known.set(key, plan);
    return plan;
  }

  #field(node: FieldNode, type: GraphQLNamedType, page: ListSize | null): CostPlan {
    const field = fieldOf(type, node.name.value);
    const answered = field && getNamedType(field.type);
    if (!field || !answered || !isCompositeType(answered) || !node.selectionSet) return nothing;
    const list = isListType(getNullableType(field.type));
    const own = sizeOfList({ typeName: type.name, field, node, operation: this.#operation });
    const inner = this.selections(node.selectionSet, answered, list ? null : own);
    const each: CostPlan = { fixed: 1 + inner.fixed, varying: inner.varying };
    if (!list) return each;
    return times(own ?? (page !== null && isOfPage(node) ? page : assumedSize(type.name, field.name)), each);
  }
}

const isOfPage = ({ name }: FieldNode): boolean => name.value === 'nodes' || name.value === 'edges';

/** Lengths of lists that no argument bounds, where they are far from {@link usualLength}. */
const lengths: Readonly<Record<string, number>> = {
  'GridsUpserted.outcomes': 1_000,
  'MattersUpserted.outcomes': 1_000,
  'Query.categories': 400,
  'Division.children': 30,
  'IdResolution.allElementsGrids': 3,
  'IdResolution.coverage': 6,
  'IdResolution.successors': 3,
  'LoopFunnel.stages': 11,
  'MatterSnapshot.matters': 100,
  'MatterStatistics.rows': 100,
  'Query.metricDefinitions': 25,
  'StatisticsRow.keys': 2,
  'StatisticsRow.values': 4,
};
/** What a list without a page is taken for. */
const usualLength = 10;

function assumedSize(typeName: string, fieldName: string): ListSize {
  return { key: '', of: lengths[`${typeName}.${fieldName}`] ?? usualLength };
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name.startsWith('__') || isUnionType(type) || !isCompositeType(type)) return undefined;
  return (type as FieldParent).getFields()[name];
}

function times({ of }: ListSize, each: CostPlan): CostPlan {
  if (typeof of !== 'number') return { fixed: 0, varying: [{ size: of, each }] };
  return {
    fixed: of * each.fixed,
    varying: each.varying.map(({ size, each: inner }) => ({ size: (variables) => of * size(variables), each: inner })),
  };
}

/** The plan as one entry, so that a spread adds a line and not a copy. */
function shared(plan: CostPlan): CostPlan {
  return plan.varying.length === 0 ? plan : { fixed: 0, varying: [{ size: () => 1, each: plan }] };
}

function sumOf(plans: readonly CostPlan[]): CostPlan {
  if (plans.length === 1) return plans[0]!;
  return { fixed: plans.reduce((sum, { fixed }) => sum + fixed, 0), varying: plans.flatMap(({ varying }) => varying) };
}
