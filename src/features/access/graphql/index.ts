export { AuditResolver } from './audit.resolver.js';
export { DeclarationInput, StatementOriginEnum } from './declaration.input.js';
export { SharingResolver, type SharingSources } from './sharing.resolver.js';
export { WhoAmIResolver } from './who-am-i.resolver.js';
