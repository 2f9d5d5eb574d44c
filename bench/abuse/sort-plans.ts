import type { Client } from 'pg';

import { MatterReader } from '../../src/features/matters/storage/reading/matter-reader.js';
import { dataClasses, type Scope } from '../../src/kernel/scope.js';
import type { Sql } from '../../src/kernel/sql.js';

/** How the database answers a page of matters in one order. */
export interface SortPlan {
  readonly name: string;
  /** Kinds of the plan's nodes, outermost first. */
  readonly nodes: readonly string[];
  /** Whether rows are read in order from an index and nothing is sorted. */
  readonly isByIndex: boolean;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly Plans?: readonly PlanNode[];
}

/** The plans of pages of matters by every key and direction, by whoever sees all and by an office in one county. */
export async function sortPlans(client: Client, county: string): Promise<readonly SortPlan[]> {
  const scopes = { all: scopeOf(null, null), 'an office in a county': scopeOf(['URBAN_MANAGEMENT'], county) };
  const plans: SortPlan[] = [];
  for (const [who, scope] of Object.entries(scopes))
    for (const by of ['REPORTED_AT', 'DUE_AT'] as const)
      for (const descending of [false, true]) {
        const nodes = await planOf(client, (reader) =>
          reader.page(scope, { query: {}, ordering: { by, descending }, first: 20, after: null }),
        );
        const isByIndex = !nodes.some((node) => /^(Incremental )?Sort$|^Seq Scan$/.test(node));
        plans.push({ name: `A21 ${by} ${descending ? 'desc' : 'asc'}, ${who}`, nodes, isByIndex });
      }
  return plans;
}

async function planOf(client: Client, read: (reader: MatterReader) => Promise<unknown>): Promise<readonly string[]> {
  let nodes: readonly string[] = [];
  const explaining: Sql = {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) => {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(`explain (format json) ${text}`, [
        ...parameters,
      ]);
      nodes = kindsOf(rows[0]!['QUERY PLAN'][0].Plan);
      return [] as Row[];
    },
  };
  await read(new MatterReader(explaining, new Map()));
  return nodes;
}

function kindsOf(node: PlanNode): readonly string[] {
  return [node['Node Type'], ...(node.Plans ?? []).flatMap(kindsOf)];
}

function scopeOf(owners: readonly string[] | null, county: string | null): Scope {
  const readings = Object.fromEntries(dataClasses.map((one) => [one, { owners, conditional: [] }])) as unknown as Scope['readings'];
  const jurisdiction = county === null ? null : { counties: [county], townships: [], communities: [] };
  return { jurisdiction, gridUuids: null, readings, organisation: null, sealedHidden: [], key: String(county) };
}
