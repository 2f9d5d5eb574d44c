export { DepartmentStateType, DepartmentStatusEnum } from './department-state.type.js';
export { type DepartmentSources, DepartmentStates, type KnownOffice } from './department-states.js';
export { DepartmentsResolver } from './departments.resolver.js';
export { IntakeRunsResolver } from './intake-runs.resolver.js';
export { QuarantineOfDepartmentResolver } from './quarantine-of-department.resolver.js';
export { QuarantineOfRunResolver } from './quarantine-of-run.resolver.js';
export { QuarantinedRowsResolver } from './quarantined-rows.resolver.js';
export { registerOwnFields } from './upsert.input.js';
export { UpsertResolver, type UpsertSources } from './upsert.resolver.js';
