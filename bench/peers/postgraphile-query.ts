import type { FlagshipGrid } from '../city/flagship-query.js';

/** The nearest that PostGraphile can be asked: rows' uuids in place of global ids, links in no order. */
export const postgraphileQuery = /* GraphQL */ `
  query Flagship($township: String!) {
    allGridsList(condition: { township: $township }, orderBy: [CODE_ASC], first: 50) {
      code
      name
      departmentGrids {
        weight
        inverseWeight
        grid {
          rowId
          name
          localId
        }
      }
      elementCounts {
        kind
        count
      }
      matters(first: 5, orderBy: [REPORTED_AT_DESC, ROW_ID_DESC]) {
        rowId
        title
        state
        reportedAt
      }
    }
  }
`;

interface PostgraphileGrid extends Pick<FlagshipGrid, 'code' | 'name' | 'elementCounts'> {
  readonly departmentGrids: readonly {
    readonly weight: number;
    readonly inverseWeight: number;
    readonly grid: { readonly rowId: string; readonly name: string; readonly localId: string };
  }[];
  readonly matters: readonly { readonly rowId: string; readonly title: string; readonly state: string; readonly reportedAt: string }[];
}

/** Reads PostGraphile's answer as the platform would have given it, but for the ids, which stay rows' uuids. */
export function postgraphileGrids(answer: unknown): readonly FlagshipGrid[] {
  const { data } = answer as { readonly data: { readonly allGridsList: readonly PostgraphileGrid[] } };
  return data.allGridsList.map((grid) => ({
    ...grid,
    departmentGrids: grid.departmentGrids.map(({ grid: { rowId, ...unit }, ...link }) => ({ ...link, grid: { id: rowId, ...unit } })),
    matters: { nodes: grid.matters.map(({ rowId, ...matter }) => ({ id: rowId, ...matter })) },
  }));
}
