export { type DepartmentSources, DepartmentsResolver, type KnownOffice } from './departments.resolver.js';
