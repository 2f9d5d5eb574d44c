/** A department that the city and each county have; `name` follows the division's name. */
export interface DepartmentKind {
  readonly role: string;
  readonly name: string;
  readonly kind: 'DEPARTMENT' | 'PARTY' | 'CENTRE';
  /** The office of the platform that it represents, if any. */
  readonly office: string;
}

/** The departments of each level; 生态环境局 handles matters and keeps no grid. */
export const departmentKinds: readonly DepartmentKind[] = [
  { role: 'party-building', name: '委组织部', kind: 'PARTY', office: 'party-building' },
  { role: 'social-work', name: '委社会工作部', kind: 'PARTY', office: '' },
  { role: 'political-legal', name: '委政法委员会', kind: 'PARTY', office: 'political-legal' },
  { role: 'discipline', name: '纪委监委', kind: 'PARTY', office: '' },
  { role: 'centre', name: '社会治安综合治理中心', kind: 'CENTRE', office: 'political-legal' },
  { role: 'civil-affairs', name: '民政局', kind: 'DEPARTMENT', office: 'civil-affairs' },
  { role: 'urban-management', name: '城市管理局', kind: 'DEPARTMENT', office: 'urban-management' },
  { role: 'petition', name: '信访局', kind: 'DEPARTMENT', office: 'petition' },
  { role: 'housing', name: '住房和城乡建设局', kind: 'DEPARTMENT', office: 'housing' },
  { role: 'ecology', name: '生态环境局', kind: 'DEPARTMENT', office: '' },
  { role: 'police', name: '公安局', kind: 'DEPARTMENT', office: '' },
  { role: 'justice', name: '司法局', kind: 'DEPARTMENT', office: '' },
  { role: 'market', name: '市场监督管理局', kind: 'DEPARTMENT', office: '' },
  { role: 'emergency', name: '应急管理局', kind: 'DEPARTMENT', office: '' },
  { role: 'health', name: '卫生健康委员会', kind: 'DEPARTMENT', office: '' },
  { role: 'education', name: '教育体育局', kind: 'DEPARTMENT', office: '' },
  { role: 'labour', name: '人力资源和社会保障局', kind: 'DEPARTMENT', office: '' },
  { role: 'land', name: '自然资源和规划局', kind: 'DEPARTMENT', office: '' },
  { role: 'traffic', name: '交通运输局', kind: 'DEPARTMENT', office: '' },
  { role: 'water', name: '水利局', kind: 'DEPARTMENT', office: '' },
  { role: 'hotline', name: '12345政务服务热线中心', kind: 'CENTRE', office: '' },
  { role: 'fire', name: '消防救援大队', kind: 'DEPARTMENT', office: '' },
];
