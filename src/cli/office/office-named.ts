import type { DepartmentDefinition } from '../../departments/contract.js';
import { CityError } from '../../kernel/city-error.js';

/** The office of a key such as `urban-management`; throws `BAD_USER_INPUT` naming those that there are. */
export function officeNamed(key: string, offices: readonly DepartmentDefinition[]): DepartmentDefinition {
  const found = offices.find((office) => office.key === key.toLowerCase().replaceAll('_', '-'));
  if (found) return found;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected an office of this city, got ${JSON.stringify(key)}.`,
    messageZh: `没有部门 ${JSON.stringify(key)}。`,
    hint: `Offices: ${offices.map(({ key: known, nameZh }) => `${known} (${nameZh})`).join(', ')}.`,
  });
}
