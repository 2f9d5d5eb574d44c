import type { DivisionCode } from '../../../../kernel/ids.js';
import { globalId } from '../../../../kernel/ids.js';
import { decisionValue } from '../../../crosswalk/graphql/index.js';
import { type DivisionOfDay, divisionOfDay } from '../../../divisions/graphql/index.js';
import type { GridModel } from '../../../grids/index.js';
import { redrawShown, unitShown } from '../../../lineage/graphql/index.js';
import type { Heartbeat, StreamGap } from '../../delivery.js';
import type { GridEvent, UnitShare } from '../../ground/grid-event.js';
import type { DivisionEventType } from './division-event.type.js';
import type { DecisionEventType, LinksEventType } from './links-event.type.js';
import type { RedrawEventType } from './redraw-event.type.js';
import type { UnitEventType, UnitShareType } from './unit-event.type.js';

/** A change of the ground as the schema shows it. */
export type GridEventShown = (UnitEventType | LinksEventType | DecisionEventType | RedrawEventType | DivisionEventType) & {
  readonly typeName: GridEvent['typeName'];
};

/** What a delivery shows on a model, which has every layer that it names. */
export function gridEventShown(delivery: GridEvent | StreamGap | Heartbeat, model: GridModel): GridEventShown | StreamGap | Heartbeat {
  switch (delivery.typeName) {
    case 'UnitEvent':
      return {
        ...delivery,
        unit: unitShown(delivery.unit, model),
        division: divisionIn(model, delivery.divisionCode),
        successors: delivery.successors.map((share) => shareShown(share, model)),
        predecessors: delivery.predecessors.map((share) => shareShown(share, model)),
      };
    case 'LinksEvent':
      return {
        ...delivery,
        unit: delivery.unit && unitShown(delivery.unit, model),
        towards: delivery.towards.flatMap((key) => model.layer(key) ?? []),
      };
    case 'DecisionEvent': {
      const { decision, ended } = delivery;
      return { ...delivery, decision: decisionValue(decision, model), ended: ended && decisionValue(ended, model) };
    }
    case 'RedrawEvent':
      return { ...delivery, redraw: redrawShown(delivery.redraw, globalId('Redraw', delivery.redraw.uuid)) };
    case 'DivisionEvent':
      return { ...delivery, division: divisionIn(model, delivery.code) };
    default:
      return delivery;
  }
}

function shareShown({ unit, ...shares }: UnitShare, model: GridModel): UnitShareType {
  return { ...shares, unit: unitShown(unit, model) };
}

function divisionIn({ divisions }: GridModel, code: DivisionCode | null): DivisionOfDay | null {
  return code === null ? null : divisionOfDay(divisions, code);
}
