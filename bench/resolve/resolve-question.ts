import type { Client } from 'pg';

import type { FlagshipGrid, FlagshipLink } from '../city/flagship-query.js';

/** An id as a question names it. */
export interface AskedId {
  readonly department: string;
  readonly localId: string;
  readonly layer: string;
}

/** The offices that ids are resolved to. */
export const fourOffices = ['URBAN_MANAGEMENT', 'CIVIL_AFFAIRS', 'POLITICAL_LEGAL', 'HOUSING'] as const;

/** The links of some ids to the units of some offices. */
export const resolveQuery = /* GraphQL */ `
  query Resolve($ids: [DepartmentalIdInput!]!, $to: [Department!]) {
    resolveIds(ids: $ids, to: $to) {
      localId
      links {
        weight
        inverseWeight
        grid {
          id
          name
          ... on DepartmentGrid {
            localId
          }
        }
      }
    }
  }
`;

/** The answer, as the gateway and the hand-written SQL both send it. */
export interface ResolveAnswer {
  readonly data: { readonly resolveIds: readonly { readonly localId: string; readonly links: readonly FlagshipLink[] }[] };
}

/** The answer in the form that answers are compared in. */
export function comparableGrids(answer: unknown): readonly FlagshipGrid[] {
  return (answer as ResolveAnswer).data.resolveIds.map(({ localId, links }) => ({
    code: localId,
    name: '',
    departmentGrids: links,
    elementCounts: [],
    matters: { nodes: [] },
  }));
}

/** Ids of offices' units, spread over all layers; the same ones for the same city. */
export async function someIds(client: Client, count: number): Promise<readonly AskedId[]> {
  const { rows } = await client.query<AskedId>(
    `select layer.department, unit.local_id as "localId", layer.key as layer
       from unit join layer on layer.key = unit.layer_key
       join unit_version version on version.unit_id = unit.id and version.recorded_to is null
        and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date)
      where layer.department is not null order by md5(unit.id::text) limit $1`,
    [count],
  );
  return rows;
}
