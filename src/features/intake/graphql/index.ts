export { type DepartmentSources, DepartmentsResolver, type KnownOffice } from './departments.resolver.js';
export { IntakeRunsResolver } from './intake-runs.resolver.js';
