export { DeclarationInput, StatementOriginEnum } from './declaration.input.js';
export { WhoAmIResolver } from './who-am-i.resolver.js';
