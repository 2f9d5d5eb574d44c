export { DepartmentsResolver, type DepartmentSources, type KnownOffice } from './departments.resolver.js';
