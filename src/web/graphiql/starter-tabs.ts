// Longer than other files, since it is one list: the operations of every tab as GraphiQL shows them, laid out; each stands in schema/operations/ as well, and a test holds the two together.
import { sampleIds } from './sample-ids.js';

/** One tab that GraphiQL opens with. */
export interface StarterTab {
  readonly query: string;
  /** JSON, as the variables pane shows it. */
  readonly variables: string;
}

const oneGridSeenByAllOffices: StarterTab = {
  query: `# 同一个全要素网格，各部门各自怎么划？
# 权重：本网格落在对方单元中的份额。
# One all-elements grid, seen by all offices.
# weight: the share of it in the other unit.
query OneGridSeenByAllOffices($code: GridCode!) {
  allElementsGrid(code: $code) {
    code
    name
    households
    areaM2
    division {
      code
      name
    }
    departmentGrids {
      weight
      inverseWeight
      basis
      grid {
        name
        layer {
          key
        }
        ... on DepartmentGrid {
          department
          localId
        }
        # 以下字段各部门独有。
        # Fields that only one office has:
        ... on PartyBuildingGrid {
          branchForm
        }
        ... on PoliticalLegalGrid {
          gridKind
          centre
        }
        ... on CivilAffairsGrid {
          communityType
        }
        ... on UrbanManagementGrid {
          managementGrade
        }
        ... on PetitionGrid {
          responsibleUnit
        }
        ... on HousingEstate {
          builtYear
        }
      }
    }
  }
}
`,
  variables: toPane({ code: sampleIds.allElementsGrid }),
};

const oneIdInEveryOffice: StarterTab = {
  query: `# 把一个部门的编号换成其他各部门的编号。
# 编号永远是字符串，不是数字。
# One office's id in the ids of all others.
# An id is a string, never a number.
query OneIdInEveryOffice($ids: [DepartmentalIdInput!]!) {
  resolveIds(ids: $ids) {
    department
    localId
    status
    grid {
      name
    }
    links {
      weight
      inverseWeight
      basis
      confidence
      grid {
        name
        layer {
          key
        }
        ... on DepartmentGrid {
          department
          localId
        }
        ... on AllElementsGrid {
          code
        }
      }
    }
    # 每个图层 For each layer:
    # linked + omitted + uncovered − doubleCover = 1
    coverage {
      layer {
        key
      }
      linked
      omitted
      uncovered
      doubleCover
    }
  }
}
`,
  variables: toPane({ ids: [sampleIds.officeUnit] }),
};

const openMattersOfATownship: StarterTab = {
  query: `# 一个街道尚未办结的事项，不分部门，新的在前。
# What is still open in one subdistrict,
# from whichever office, newest first.
query OpenMattersOfATownship($division: DivisionCode!) {
  matters(where: { open: true, division: { within: $division } }, first: 10) {
    totalCount
    nodes {
      department
      localId
      title
      state
      light
      reportedAt
      dueAt
      category {
        code
        nameZh
      }
      assignments {
        role
        organisation {
          name
        }
      }
      grid {
        code
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  variables: toPane({ division: sampleIds.township }),
};

const elementsOfAGrid: StarterTab = {
  query: `# 网格里有什么：楼栋、小区、部件、阵地、组织；
# 人只以数与岗出现。
# What stands in one grid. People appear
# as counts and posts only.
query ElementsOfAGrid($code: GridCode!) {
  allElementsGrid(code: $code) {
    name
    elements(first: 20) {
      totalCount
      nodes {
        kind
        name
        sourceId
        keeper {
          name
        }
        asOf
      }
    }
    counts {
      measure
      value
      suppressed
      department
      asOf
    }
    posts {
      kind
      vacant
      dutyLine
      organisation {
        name
      }
    }
  }
}
`,
  variables: toPane({ code: sampleIds.allElementsGrid }),
};

const mattersAsTheyChange: StarterTab = {
  query: `# 实时：每个事项的每次变化，按次序，不丢失。
# 记下 cursor，断线后用 after 从那里接着收。
# Live: every change of every matter, in order,
# without loss. Keep the cursor: after resumes.
subscription MattersAsTheyChange($after: Cursor) {
  matterEvents(after: $after) {
    __typename
    ... on MatterEvent {
      cursor
      position
      kind
      occurredAt
      matter {
        department
        localId
        title
        state
        light
        grid {
          name
        }
      }
    }
    ... on StreamGap {
      reason
      resync
    }
    ... on Heartbeat {
      cursor
      serverTime
    }
  }
}
`,
  variables: '{}\n',
};

const theLoopInFigures: StarterTab = {
  query: `# 闭环运行得怎样？漏斗、各部门指标（附公式）、将到期的事项。
# How the loop goes: the funnel, the figures of each office
# with their formulas, and what is due first.
query TheLoopInFigures {
  loopFunnel {
    medianError
    stages {
      stage
      entered
      now
      medianHours
    }
  }
  matterStatistics(groupBy: [OFFICE], metrics: [REPORTED, OPEN, OVERDUE, ON_TIME_RATE]) {
    rows {
      keys {
        key
      }
      values {
        value
        numerator
        denominator
        definition {
          nameZh
          formulaZh
        }
      }
    }
  }
  dueBoard(first: 5) {
    nodes {
      dueAt
      light
      secondsLeft
      matter {
        title
        state
        nextSteps {
          name
          mayTake
        }
      }
    }
  }
}
`,
  variables: '{}\n',
};

/** What GraphiQL opens with, in this order, until the analyst has tabs of their own. */
export const starterTabs: readonly StarterTab[] = [
  oneGridSeenByAllOffices,
  oneIdInEveryOffice,
  openMattersOfATownship,
  elementsOfAGrid,
  theLoopInFigures,
  mattersAsTheyChange,
];

function toPane(variables: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(variables, null, 2)}\n`;
}
