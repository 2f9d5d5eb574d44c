/** What the manifest says of a layer, and its own columns in the order of the file. */
export interface LayerPage {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly partition: boolean;
  readonly primary: boolean;
  readonly idScheme: string;
  readonly membersOf?: string;
  readonly drawn: boolean;
  readonly own: readonly string[];
}

const partyOwn = [
  'branch_form',
  'host',
  'established_on',
  'alliance',
  'activity_site',
  'last_renewed_on',
  'level_path',
  'host_unit',
  'alliance_lead',
  'alliance_members',
  'activity_site_id',
];
const safetyOwn = [
  'grid_kind',
  'centre',
  'mediation_room',
  'patrol_interval_days',
  'building_count',
  'special_kind',
  'centre_code',
  'centre_level',
];
const civilOwn = [
  'community_code',
  'community_type',
  'term_ends_on',
  'service_station',
  'committee_seats',
  'committee_kind',
  'term_number',
  'term_started_on',
  'service_items',
];
const urbanOwn = ['land_use', 'management_grade', 'surveyed_on', 'collector_shift', 'code_generation', 'stated_area_m2'];
const petitionOwn = ['responsible_unit', 'reception_site', 'reception_day', 'joint_meeting', 'duty_phone_posted', 'responsible_code'];
const housingOwn = [
  'form',
  'owners_committee',
  'management_committee',
  'property_firm',
  'built_year',
  'dwellings',
  'property_firm_code',
  'committee_term_ends_on',
  'maintenance_fund',
  'building_count',
  'renovation_stage',
];

/** The city's own layer. */
export const allElementsPage: LayerPage = {
  key: 'city/all-elements',
  name: { zh: '全要素网格', en: 'All-elements grid' },
  partition: true,
  primary: true,
  idScheme: 'cn-12-plus-3',
  drawn: true,
  own: [],
};

/** The layers of the offices, each office's primary one first. */
export const officePages: readonly LayerPage[] = [
  {
    key: 'party-building/branch',
    name: { zh: '网格党支部（党小组）', en: 'Party branch or group' },
    partition: false,
    primary: true,
    idScheme: 'opaque',
    drawn: true,
    own: partyOwn,
  },
  {
    key: 'political-legal/basic',
    name: { zh: '综治基础网格', en: 'Basic grid' },
    partition: true,
    primary: true,
    idScheme: 'cn-12-plus-3',
    drawn: true,
    own: safetyOwn,
  },
  {
    key: 'political-legal/special',
    name: { zh: '综治专属网格', en: 'Special grid' },
    partition: false,
    primary: false,
    idScheme: 'cn-12-plus-3',
    drawn: false,
    own: safetyOwn,
  },
  {
    key: 'civil-affairs/community',
    name: { zh: '民政社区（村）', en: 'Community or village' },
    partition: true,
    primary: true,
    idScheme: 'cn-credit-code',
    drawn: true,
    own: civilOwn,
  },
  {
    key: 'urban-management/unit',
    name: { zh: '城管单元网格', en: 'Unit grid' },
    partition: true,
    primary: true,
    idScheme: 'cn-unit-grid-15',
    drawn: true,
    own: urbanOwn,
  },
  {
    key: 'urban-management/responsibility',
    name: { zh: '城管责任网格', en: 'Responsibility grid' },
    partition: true,
    primary: false,
    idScheme: 'opaque',
    membersOf: 'urban-management/unit',
    drawn: false,
    own: urbanOwn,
  },
  {
    key: 'petition/area',
    name: { zh: '信访属地责任区', en: 'Petition area' },
    partition: true,
    primary: true,
    idScheme: 'opaque',
    drawn: true,
    own: petitionOwn,
  },
  {
    key: 'petition/responsible',
    name: { zh: '信访责任单位', en: 'Responsible organisation' },
    partition: false,
    primary: false,
    idScheme: 'opaque',
    drawn: false,
    own: petitionOwn,
  },
  {
    key: 'housing/estate',
    name: { zh: '住宅小区', en: 'Residential estate' },
    partition: false,
    primary: true,
    idScheme: 'opaque',
    drawn: true,
    own: housingOwn,
  },
];

/** The columns that an office adds to its matters. */
export const matterOwn: Readonly<Record<string, readonly string[]>> = {
  'party-building': ['service_list', 'reporting_unit', 'reporting_code', 'claimed_on'],
  'political-legal': ['dispute_kind', 'mediation_stage', 'urgency', 'affair_class', 'outcome', 'agreement_signed', 'judicial_confirmation'],
  'civil-affairs': ['assistance_kind', 'service_item', 'application', 'delegated'],
  'urban-management': ['filing_condition', 'time_limit', 'former_code', 'department_code', 'component_id'],
  petition: [
    'petition_form',
    'purpose_code',
    'route',
    'content_code',
    'registered_on',
    'referred_on',
    'accept_by',
    'handle_by',
    'joint',
    'joint_band',
    'public_mark',
    'confidential',
  ],
  housing: ['estate_local_id', 'repair_fund', 'building_code', 'firm_code'],
};
