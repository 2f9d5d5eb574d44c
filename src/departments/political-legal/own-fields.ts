import type { OwnRecord, OwnTable } from '../contract.js';

/** What the political-legal office alone says of a grid: columns of `political_legal_grid`. */
export const politicalLegalGridFields = {
  table: 'political_legal_grid',
  fields: [
    {
      column: 'grid_kind',
      property: 'gridKind',
      kind: { oneOf: ['BASIC', 'SPECIAL'] },
      required: true,
      headerZh: '网格类型',
      labelsZh: { BASIC: '基础网格', SPECIAL: '专属网格' },
    },
    { column: 'centre', property: 'centre', kind: 'text', required: false, headerZh: '综治中心' },
    { column: 'mediation_room', property: 'mediationRoom', kind: 'text', required: false, headerZh: '调解室' },
    { column: 'patrol_interval_days', property: 'patrolIntervalDays', kind: 'int', required: false, headerZh: '巡查间隔天数' },
    { column: 'building_count', property: 'buildingCount', kind: 'int', required: false, headerZh: '楼栋数' },
    {
      column: 'special_kind',
      property: 'specialKind',
      kind: { oneOf: ['CAMPUS', 'MEDICAL', 'MARKET', 'PARK', 'OTHER'] },
      required: false,
      headerZh: '专属网格类别',
      labelsZh: { CAMPUS: '校园', MEDICAL: '医疗机构', MARKET: '商场市场', PARK: '园区景区', OTHER: '其他' },
    },
    { column: 'centre_code', property: 'centreCode', kind: 'organisation', required: false, headerZh: '综治中心代码' },
    {
      column: 'centre_level',
      property: 'centreLevel',
      kind: { oneOf: ['CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY'] },
      required: false,
      headerZh: '综治中心层级',
      labelsZh: { CITY: '市级', COUNTY: '县级', TOWNSHIP: '乡镇级', COMMUNITY: '村社级' },
    },
  ],
} as const satisfies OwnTable;

/** One row of `political_legal_grid` beside its key. */
export type PoliticalLegalGridOwn = OwnRecord<typeof politicalLegalGridFields>;

/** What the political-legal office alone says of a matter: columns of `political_legal_matter`. */
export const politicalLegalMatterFields = {
  table: 'political_legal_matter',
  fields: [
    { column: 'dispute_kind', property: 'disputeKind', kind: 'text', required: false, headerZh: '纠纷类型' },
    {
      column: 'mediation_stage',
      property: 'mediationStage',
      kind: { oneOf: ['ACCEPTED', 'MEDIATING', 'AGREED', 'FAILED', 'FOLLOW_UP'] },
      required: false,
      headerZh: '调解阶段',
      labelsZh: { ACCEPTED: '受理', MEDIATING: '调解中', AGREED: '达成协议', FAILED: '调解不成', FOLLOW_UP: '回访' },
    },
    {
      column: 'urgency',
      property: 'urgency',
      kind: { oneOf: ['NORMAL', 'URGENT', 'SUPERVISED'] },
      required: false,
      headerZh: '缓急程度',
      labelsZh: { NORMAL: '一般件', URGENT: '紧急件', SUPERVISED: '督办件' },
    },
    {
      column: 'affair_class',
      property: 'affairClass',
      kind: {
        oneOf: [
          'ORGANISATIONS',
          'POPULATION',
          'SPECIAL_GROUPS',
          'YOUNG_PEOPLE',
          'ENTERPRISES_AND_SOCIETIES',
          'PUBLIC_ORDER',
          'DISPUTES',
          'SCHOOL_SAFETY',
          'RAILWAYS_AND_LINES',
          'LOCAL',
        ],
      },
      required: false,
      headerZh: '综治业务类别',
      labelsZh: {
        ORGANISATIONS: '综治组织及综合业务',
        POPULATION: '实有人口',
        SPECIAL_GROUPS: '特殊人群',
        YOUNG_PEOPLE: '重点青少年',
        ENTERPRISES_AND_SOCIETIES: '非公有制经济组织和社会组织',
        PUBLIC_ORDER: '社会治安',
        DISPUTES: '矛盾纠纷排查化解',
        SCHOOL_SAFETY: '校园及周边安全',
        RAILWAYS_AND_LINES: '护路护线',
        LOCAL: '本地扩展',
      },
    },
    {
      column: 'outcome',
      property: 'outcome',
      kind: { oneOf: ['AGREED', 'NOT_AGREED', 'WITHDRAWN', 'REFERRED'] },
      required: false,
      headerZh: '调解结果',
      labelsZh: { AGREED: '达成协议', NOT_AGREED: '未达成协议', WITHDRAWN: '撤回申请', REFERRED: '引导其他途径' },
    },
    { column: 'agreement_signed', property: 'agreementSigned', kind: 'bool', required: false, headerZh: '是否签订协议' },
    { column: 'judicial_confirmation', property: 'judicialConfirmation', kind: 'bool', required: false, headerZh: '是否申请司法确认' },
  ],
} as const satisfies OwnTable;

/** One row of `political_legal_matter` beside its key. */
export type PoliticalLegalMatterOwn = OwnRecord<typeof politicalLegalMatterFields>;
