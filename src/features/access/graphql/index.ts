export { WhoAmIResolver } from './who-am-i.resolver.js';
