export { type Act, type Acted, type ActIds, type Acting, actOnce, type ActParts } from './act-once.js';
export { type Authority, checkAuthority, wholeCityDecides } from './authority.js';
export {
  checkedDeclaration,
  type Declarant,
  declarantOf,
  type Declaration,
  endOfWithdrawn,
  type FindOrganisation,
  type StatementOrigin,
  statementOrigins,
} from './declaration.js';
export { demoAnalyst, demoPrincipals, noPrincipals } from './demo-principal.js';
export type { AuditEntry, AuditTrail, IdempotencyStore, KeyUse, PrincipalSource } from './ports.js';
