export { type Act, type Acted, type ActIds, type Acting, actOnce, type ActParts } from './act-once.js';
export { type Authority, checkAuthority, wholeCityDecides } from './authority.js';
export {
  checkedDeclaration,
  type Declarant,
  declarantOf,
  type Declaration,
  type DeclaringParts,
  endOfWithdrawn,
  type FindOrganisation,
  type StatementOrigin,
  statementOrigins,
} from './declaration.js';
export { demoAnalyst, demoPrincipals, noPrincipals } from './demo-principal.js';
export {
  type AuditEntry,
  type AuditKind,
  auditKinds,
  type AuditTrail,
  type IdempotencyStore,
  type KeyUse,
  type PrincipalSource,
} from './ports.js';
export { acts, rightsOfRole, type Act as RoleAct, type RoleRights } from './role-rights.js';
export { type Agreements, type Asking, type Places, scopeOf } from './scope-of.js';
export { holdsOn, type SharingAttribute, sharingAttributes, type SharingGrant } from './sharing-grant.js';
