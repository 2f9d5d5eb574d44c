import { type DepartmentCode, uuidOf } from '../../../kernel/ids.js';
import type { OutboundStep } from '../../../kernel/outbound.js';
import type { TakenStep } from '../../matters/index.js';

/** What the office in whose register a matter stands is told of a step on it; nothing for one that was born on the platform and is nobody's record. */
export function stepsForOffices({ matter, step, state, officeState, reason, at }: TakenStep, version: number): readonly OutboundStep[] {
  const { department, bornIn, localId, uuid } = matter;
  if (department === null || bornIn === 'PLATFORM') return [];
  return [
    {
      eventId: stepId(department, uuid, version),
      department,
      kind: 'MATTER_STEP',
      recordKey: [localId],
      body: { step, state, officeState, version, reason },
      happenedAt: at,
    },
  ];
}

function stepId(department: DepartmentCode, matterUuid: string, version: number): string {
  return uuidOf('matter-step', department, matterUuid, String(version));
}
