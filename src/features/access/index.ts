export { type Act, type Acted, type ActIds, type Acting, actOnce, type ActParts, type Concerning } from './act-once.js';
export type { Anchored } from './audit/anchor-heads.js';
export { AnswerAudit } from './audit/answer-audit.js';
export type { AuditReading } from './audit/audit-reading.js';
export type { AuditFinding } from './audit/finding.js';
export { newSigningKey } from './audit/head-signer.js';
export type { UnchainedTail } from './audit/ports.js';
export type { AuditVerdict } from './audit/verify-log.js';
export { type Authority, type Concern, type Ground, rightsDecide } from './authority.js';
export { type AccessKey, isLive } from './credentials/access-key.js';
export { cityCodesOf, type CredentialCity } from './credentials/city-codes.js';
export { demoAnalyst } from './credentials/demo-analyst.js';
export { DemoTokens, demoTokenSeconds, type DemoTokenWish } from './credentials/demo-tokens.js';
export { HeldKeys } from './credentials/held-keys.js';
export { KeyCabinet, type KeyWish, type MadeKey } from './credentials/key-cabinet.js';
export { type CredentialNeeds, type Credentials, openCredentials } from './credentials/open-credentials.js';
export { type ActsAs, actsAsOf, ClaimRefused, ownClaimNames } from './credentials/principal-claims.js';
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
export { PinBook, type Pins } from './documents/pin-book.js';
export { PinDesk, type Pinned } from './documents/pin-desk.js';
export type { DocumentReader, PinnedDocument } from './documents/pinned-document.js';
export { actOfMutation, type MutationName } from './mutation-acts.js';
export {
  type AuditEntry,
  type AuditKind,
  auditKinds,
  type AuditTrail,
  type CallerOrigin,
  type CredentialWatch,
  type IdempotencyStore,
  type KeyUse,
  type PrincipalSource,
} from './ports.js';
export { checkedPurpose } from './purpose.js';
export { acts, actsOf, rightsOfRole, type Act as RoleAct, type RoleRights } from './role-rights.js';
export { type Agreements, type Asking, type Places, scopeOf } from './scope-of.js';
export { blankMasks, type SealedMasks } from './sealing/masks.js';
export { revealPurposes } from './sealing/reveal-purpose.js';
export { type RevealContext, type Revealed, type RevealWish, SealedReading } from './sealing/reveal-sealed.js';
export { type MaskedMatter, SealedMasking } from './sealing/sealed-masking.js';
export type { SealedKey, SealedPart } from './sealing/sealed-part.js';
export type { SealedParts } from './sealing/sealed-parts.js';
export { Sealer } from './sealing/sealer.js';
export { atTheFront, type HomeMatter, type HomeMatters, type SealingOffice, sealingOffices } from './sealing/sealing-office.js';
export { longestWaitMs, SealedSweeper } from './sealing/sweep-sealed.js';
export { GrantBook } from './sharing/grant-book.js';
export type { GrantReadModel } from './sharing/ports.js';
export type { Sharing } from './sharing/sharing.js';
export { holdsOn, type SharingAttribute, sharingAttributes, type SharingGrant } from './sharing/sharing-grant.js';
export type { TellLimits, ToldLimits } from './told-limits.js';
