/** The question that the platform was built for: the grids of a 街道, as all offices see them, with what stands and what happens in each. */
export const flagshipQuery = /* GraphQL */ `
  query Flagship($township: DivisionCode!) {
    allElementsGrids(where: { division: { within: $township } }, first: 50) {
      nodes {
        code
        name
        departmentGrids {
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
        elementCounts {
          kind
          count
        }
        matters(first: 5) {
          nodes {
            id
            title
            state
            reportedAt
          }
        }
      }
    }
  }
`;

/** How many grids it asks for. */
export const gridsAsked = 50;

/** One link of a grid in the answer. */
export interface FlagshipLink {
  readonly weight: number;
  readonly inverseWeight: number;
  readonly grid: { readonly id: string; readonly name: string; readonly localId: string };
}

/** One grid of the answer. */
export interface FlagshipGrid {
  readonly code: string;
  readonly name: string;
  readonly departmentGrids: readonly FlagshipLink[];
  readonly elementCounts: readonly { readonly kind: string; readonly count: number }[];
  readonly matters: {
    readonly nodes: readonly { readonly id: string; readonly title: string; readonly state: string; readonly reportedAt: string }[];
  };
}

/** The whole answer, as the gateway sends it. */
export interface FlagshipAnswer {
  readonly data: { readonly allElementsGrids: { readonly nodes: readonly FlagshipGrid[] } };
}
