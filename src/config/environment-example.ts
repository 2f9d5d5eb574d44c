import { officeDatabaseUrl, officeSealingKey, type Variable, variables } from './variables.js';

const head = `# Every variable the platform reads; all may be left out. Copy to docker/.env and take the "# " away where you set one.
# Written from src/config/variables.ts; a test compares the two.
`;

const foot = `
# Read by compose.yaml only: the password of its PostgreSQL. There is no default; choose one.
POSTGRES_PASSWORD=
`;

function rowOf(variable: Variable<unknown>): string {
  const unit = variable.unit === '' ? '' : ` (${variable.unit})`;
  return `\n# ${variable.doc}${unit}\n# ${variable.name}=${variable.default ?? ''}\n`;
}

/** The text of `docker/.env.example`: every row of the table with its doc and default, no secret among them. */
export function environmentExample(): string {
  return [head, ...[...Object.values(variables), officeDatabaseUrl, officeSealingKey].map(rowOf), foot].join('');
}
