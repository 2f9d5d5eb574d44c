import { rightsOfRole } from '../../features/access/index.js';
import { roles } from '../../kernel/principal.js';
import { say, sayJson } from '../say.js';
import { tableLines } from '../table.js';
import { roleNamesZh } from './role-names.js';

/** Prints what each role may see and do. */
export function tokenRolesVerb({ json }: { readonly json: boolean }): void {
  if (json) for (const role of roles) sayJson({ role, nameZh: roleNamesZh[role], ...rightsOfRole[role] });
  else say(roleLines());
}

/** The rights of every role as a table. */
export function roleLines(): readonly string[] {
  const columns = ['role', '角色', 'may see', 'may do', 'documents'].map((heading) => ({ heading }));
  const rows = roles.map((role) => {
    const { reads, acts, documents } = rightsOfRole[role];
    return [role, roleNamesZh[role], listed(reads), listed(acts), documents];
  });
  return tableLines(columns, rows);
}

function listed(words: readonly string[]): string {
  return words.join(' ') || '–';
}
