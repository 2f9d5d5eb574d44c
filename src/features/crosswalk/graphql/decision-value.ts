import { CityError } from '../../../kernel/city-error.js';
import { globalId, parseGlobalId } from '../../../kernel/ids.js';
import type { GridModel } from '../../grids/index.js';
import type { DecidedUnit, LinkDecision } from '../decisions/link-decision.js';
import type { DecidedUnitType, LinkDecisionType } from './link-decision.type.js';

const typeName = 'LinkDecision';

/** What {@link LinkDecisionType} shows of a decision, its units as one model holds them. */
export type LinkDecisionValue = LinkDecisionType & { readonly typeName: string };

/** Shows a decision with the units of a model. */
export function decisionValue(decision: LinkDecision, model: GridModel): LinkDecisionValue {
  const { uuid, by, unit, other, layerKey, weights, endsUuid, endedByUuid, ...own } = decision;
  return {
    ...own,
    typeName,
    id: publicDecisionId(uuid),
    decidedBy: by,
    unit: unit && unitValue(unit, model),
    other: other && unitValue(other, model),
    layer: layerKey === null ? null : model.layer(layerKey),
    weights: weights.map((share) => ({ ...share, unit: unitValue(share.unit, model) })),
    restAsComputed: own.kind === 'DECLARATION' && own.remainder === null,
    ends: endsUuid && publicDecisionId(endsUuid),
    endedBy: endedByUuid && publicDecisionId(endedByUuid),
  };
}

/** The id by which clients name a decision. */
export function publicDecisionId(uuid: string): string {
  return globalId(typeName, uuid);
}

/** The uuid of a decision's public id; throws `BAD_USER_INPUT` for any other text. */
export function decisionUuidOf(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === typeName) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `id: expected the id of a decision, got ${JSON.stringify(id.slice(0, 80))}.`,
    messageZh: `id：应为一项决定的编号，收到 ${JSON.stringify(id.slice(0, 80))}。`,
    hint: 'linkDecisions lists them.',
  });
}

function unitValue({ uuid, department, localId, layerKey }: DecidedUnit, model: GridModel): DecidedUnitType {
  return { department, localId, layer: model.layer(layerKey)!, grid: model.unitByUuid(uuid) };
}
