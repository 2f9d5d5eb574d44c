export { type Authority, checkAuthority, wholeCityDecides } from './authority.js';
export { demoAnalyst, demoPrincipals, noPrincipals } from './demo-principal.js';
export type { AuditEntry, AuditTrail, IdempotencyStore, KeyUse, PrincipalSource } from './ports.js';
