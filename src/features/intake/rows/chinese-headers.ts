/** Chinese labels by field, and in each by the word that they stand for. */
export type LabelsZh = Readonly<Record<string, Readonly<Record<string, string>>>>;

const place = { longitude: '经度', latitude: '纬度', layer: '图层', unit: '网格编号', division: '区划代码' } as const;
const yesNo = { true: '是', false: '否' } as const;

/** The Chinese headers of the rows that every office writes alike, by kind of rows and field. */
export const headersZh = {
  units: {
    local_id: '网格编号',
    name: '网格名称',
    valid_from: '启用日期',
    valid_to: '停用日期',
    division: '区划代码',
    households: '户数',
    members: '所含网格编号',
    buildings: '所含楼栋编号',
    as_of: '数据日期',
    updated_at: '更新时间',
  },
  boundaries: { local_id: '网格编号' },
  elements: {
    ...place,
    source_id: '要素编号',
    name: '名称',
    keeper: '权属单位代码',
    as_of: '数据日期',
    unit: '所在网格编号',
    updated_at: '更新时间',
  },
  counts: { layer: '图层', local_id: '网格编号', measure: '指标', as_of: '数据日期', value: '数值' },
  posts: { layer: '图层', local_id: '网格编号', post: '岗位', organisation: '单位代码', vacant: '是否空缺', duty_line: '值班电话' },
  matters: {
    ...place,
    local_id: '事项编号',
    standard: '分类标准',
    kind: '分类种类',
    category: '类别代码',
    title: '标题',
    source: '来源',
    state: '状态',
    keeper: '登记单位代码',
    reported_at: '上报时间',
    text: '内容',
    office_state: '部门状态',
    lead: '主办单位代码',
    support: '协办单位代码',
    unit: '所在网格编号',
    due_at: '办理期限',
    closed_at: '办结时间',
    steps: '办理过程',
    sealed: '是否保密',
    updated_at: '更新时间',
    petitioner_name: '反映人姓名',
    petitioner_contact: '反映人联系方式',
    petitioner_id_number: '反映人证件号码',
    petitioner_address: '反映人住址',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The Chinese words of the fields whose words are fixed, by kind of rows. */
export const labelsZh = {
  posts: {
    vacant: yesNo,
    post: {
      GRID_LEADER: '网格长',
      FULL_TIME: '专职网格员',
      PART_TIME: '兼职网格员',
      INSTRUCTOR: '网格指导员',
      MEDIATOR: '调解员',
      BRANCH_SECRETARY: '党支部书记',
    },
  },
  matters: {
    sealed: yesNo,
    kind: { MATTER: '事项', COMPONENT: '部件' },
    source: { GRID: '网格', RESIDENT: '居民', HOTLINE: '热线', COURIER: '新就业群体', OFFICE: '部门', SENSOR: '感知设备' },
    state: {
      REPORTED: '已上报',
      SETTLED: '就地解决',
      UNDER_REVIEW: '研判中',
      MERGED: '已并入',
      REFUSED: '不予受理',
      DISPATCHED: '已派单',
      ACCEPTED: '已受理',
      OBJECTED: '有异议',
      HANDLING: '处置中',
      FEEDBACK: '已反馈',
      VERIFYING: '核实中',
      CLOSED: '已结项',
      EVALUATED: '已评价',
      RETURNED: '退回补正',
      SUSPENDED: '挂账',
      WITHDRAWN: '已撤回',
      OTHER_PROCEDURE: '转其他程序',
    },
  },
} as const satisfies Readonly<Record<string, LabelsZh>>;
