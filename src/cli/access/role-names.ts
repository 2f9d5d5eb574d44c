import type { Role } from '../../kernel/principal.js';

/** What each role is called in the city's offices. */
export const roleNamesZh: Readonly<Record<Role, string>> = {
  GRID_WORKER: '网格员',
  COMMUNITY_STAFF: '社区工作者',
  TOWNSHIP_DISPATCHER: '乡镇（街道）调度员',
  GOVERNANCE_CENTRE: '综治中心',
  HOTLINE: '热线',
  DEPARTMENT_HANDLER: '部门经办人',
  DEPARTMENT_SYSTEM: '部门系统',
  GRID_OFFICE: '网格办',
  DATA_STEWARD: '数据管理员',
  SUPERVISOR: '督查',
  ANALYST: '分析员',
  SCREEN: '大屏',
  SYSTEM_ADMINISTRATOR: '系统管理员',
  SECURITY_ADMINISTRATOR: '安全管理员',
  AUDITOR: '审计员',
};
