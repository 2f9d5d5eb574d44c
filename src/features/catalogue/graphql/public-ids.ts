import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';

/** The type of an edition's public id. */
export const editionIdType = 'CatalogueEdition';

/** The type of a line's public id. */
export const itemIdType = 'CatalogueListItem';

/** The type of an application's public id. */
export const applicationIdType = 'AdmissionApplication';

/** The uuid in a public id of a type; throws `BAD_USER_INPUT` naming the field otherwise. */
export function uuidIn(id: string, type: string, field: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === type) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected the id of a ${type}.`,
    messageZh: `${field}：应为 ${type} 的编号。`,
  });
}
