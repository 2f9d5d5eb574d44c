import type { Sql } from '../../../kernel/sql.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { MatterRegister } from '../../matters/index.js';
import type { Procedures } from '../procedure/procedures.js';
import type { MatterTiming } from '../timing/matter-timing.js';

/** What beginning needs. */
export interface BeginningParts {
  readonly timing: MatterTiming;
  readonly procedures: Procedures;
  readonly register: MatterRegister;
  readonly model: () => CityModel;
}

/** Begins the procedure of a matter that was reported just now: its first clock starts, and with it its deadline. */
export async function beginLoop(sql: Sql, matterUuid: string, { timing, procedures, register, model }: BeginningParts): Promise<void> {
  const matter = await register.read(sql, matterUuid);
  const procedure = procedures.of(matter);
  const timed = { matter, procedure, moves: procedure.begins, condition: null, isFinal: false, model: model(), at: matter.reportedAt };
  const { deadline, written } = await timing.move(sql, timed);
  await Promise.all([written, register.setDeadline(sql, matterUuid, deadline)]);
}
