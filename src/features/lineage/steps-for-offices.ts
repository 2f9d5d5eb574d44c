import { type DepartmentCode, globalId, type LayerKey, type SourceId, uuidOf } from '../../kernel/ids.js';
import type { OutboundStep } from '../../kernel/outbound.js';
import type { LineageStep } from './lineage-step.js';
import type { RetiredUnit } from './ports.js';
import type { Redraw } from './redraw.js';

/** What offices are told of a redraw that was passed on to them. */
export function notifiedSteps(redraw: Redraw, departments: readonly DepartmentCode[], at: Date): readonly OutboundStep[] {
  return departments.map((department) => redrawStep('REDRAW_NOTIFIED', redraw, { department, happenedAt: at }));
}

/** What the offices that were told of a redraw hear when it is filed: which units ended, and what took their place. */
export function filedSteps(redraw: Redraw, retired: readonly RetiredUnit[], at: Date): readonly OutboundStep[] {
  const ended = retired.map(({ unit, successors }) => ({
    localId: unit.localId,
    successors: successors.map(({ localId, weight }) => ({ localId, weight })),
  }));
  return redraw.notices.map(({ department }) =>
    redrawStep('REDRAW_FILED', redraw, { department, happenedAt: at, further: { retired: ended } }),
  );
}

/** What an office hears of its own taking note, whoever did so for it. */
export function acknowledgedStep(redraw: Redraw, department: DepartmentCode, at: Date): OutboundStep {
  return redrawStep('REDRAW_ACKNOWLEDGED', redraw, { department, happenedAt: at });
}

/** Lineage of two units of one layer as somebody declared it. */
interface DeclaredLineage extends Pick<LineageStep, 'kind' | 'weight' | 'inverseWeight' | 'effectiveOn'> {
  readonly layerKey: LayerKey;
  readonly from: SourceId;
  readonly to: SourceId;
  readonly document: string;
}

/** What the keeper of a unit hears of lineage that was declared of it; `by` names the act for ever. */
export function declaredStep(
  { kind, layerKey, from, to, weight, inverseWeight, effectiveOn, document }: DeclaredLineage,
  { department, by, at }: { readonly department: DepartmentCode; readonly by: readonly string[]; readonly at: Date },
): OutboundStep {
  return {
    eventId: uuidOf('outbound', 'LINEAGE_DECLARED', ...by),
    department,
    kind: 'LINEAGE_DECLARED',
    recordKey: [layerKey, from],
    body: { kind, layer: layerKey, from, to, weight, inverseWeight, effectiveOn, document },
    happenedAt: at,
  };
}

function redrawStep(
  kind: string,
  { uuid, layerKey, effectiveFrom, ends, begins, acts }: Redraw,
  told: Pick<OutboundStep, 'department' | 'happenedAt'> & { readonly further?: Readonly<Record<string, unknown>> },
): OutboundStep {
  const named = (units: Redraw['ends']): readonly object[] =>
    units.map(({ localId, name, divisionCode }) => ({ localId, name, divisionCode }));
  return {
    eventId: uuidOf('outbound', kind, uuid),
    department: told.department,
    kind,
    recordKey: [uuid],
    body: {
      redraw: globalId('Redraw', uuid),
      layer: layerKey,
      effectiveFrom,
      document: acts[0]?.document ?? null,
      ends: named(ends),
      begins: named(begins),
      ...told.further,
    },
    happenedAt: told.happenedAt,
  };
}
