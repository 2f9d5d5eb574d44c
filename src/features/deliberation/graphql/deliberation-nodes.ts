import type { NodeFinder } from '../../../graphql/node.resolver.js';
import { CityError } from '../../../kernel/city-error.js';
import { parseGlobalId } from '../../../kernel/ids.js';
import type { DeliberationReadModel } from '../ports.js';

/** Finds deliberations by uuid. */
export function deliberationNodes(deliberations: DeliberationReadModel): NodeFinder {
  return {
    knows: (typeName) => typeName === 'Deliberation',
    find: (uuids, { context }) => deliberations.byUuid(context.scope, uuids),
  };
}

/** The uuid of a deliberation's id; throws `BAD_USER_INPUT` for the id of anything else. */
export function deliberationUuid(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === 'Deliberation') return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'id: expected the id of a deliberation.',
    messageZh: 'id：应为议事的编号。',
    hint: 'The query deliberations shows them.',
  });
}
