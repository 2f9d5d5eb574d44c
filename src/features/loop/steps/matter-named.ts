import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';

/** The uuid in the id of a matter; throws `BAD_USER_INPUT` naming the field for what is no id. Whether it is a matter's is seen when it is looked for. */
export function matterUuidOf(field: string, id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed !== null) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected the id of a matter, got ${JSON.stringify(id.slice(0, 80))}.`,
    messageZh: `${field}：应为事项的 id，收到 ${JSON.stringify(id.slice(0, 80))}。`,
    hint: 'It is the field id of a matter, not its localId.',
  });
}
