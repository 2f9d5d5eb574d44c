import { checkedWords } from '../../../kernel/checked-words.js';
import { CityError } from '../../../kernel/city-error.js';
import type { FindOrganisation } from '../../access/index.js';
import type { Handler } from '../../matters/index.js';
import { admissionOf, type AdmissionParts, admitted } from '../dispatching/admission.js';
import { organisationsNamed } from '../dispatching/hand-over.js';
import type { Situation, StepEffect } from '../steps/step.js';
import type { TeamStore } from './ports.js';
import type { TeamTask } from './team-task.js';

/** What forming a team needs. */
export interface TeamParts extends AdmissionParts {
  readonly findOrganisation: FindOrganisation;
  readonly teams: TeamStore;
}

const longestTask = 200;
/** So many levels work together at least; whoever is of one level needs no joint team. */
const fewestLevels = 2;

/** Forms a joint team over the levels (三级联动): who leads goes on leading, each member has a task; a team before it ends. */
export function formJointTeam(parts: TeamParts): StepEffect {
  return async (situation) => {
    const { sql, matter, carried, at } = situation;
    checkLevels(situation);
    const codes = carried.team.map(({ organisation }) => organisation);
    const uuids = await organisationsNamed(situation, codes, parts);
    const admission = await admitted(situation, { ...parts, uuids, admission: await admissionOf(situation, parts) });
    const tasks = carried.team.map((member, place): TeamTask => {
      const task = checkedWords({ field: `members[${place}].task`, text: member.task, longest: longestTask });
      return {
        matterUuid: matter.uuid,
        organisationUuid: uuids[place]!,
        level: member.level,
        task: matter.sealed ? sealedTask : task,
        since: at,
      };
    });
    await parts.teams.replace(sql, matter.uuid, tasks);
    return { handlers: handlersOf(matter.leadUuid ?? uuids[0]!, uuids), kept: { ...admission, organisations: codes } };
  };
}

const sealedTask = '（密封：内容存于承办部门）';

function handlersOf(leadUuid: string, uuids: readonly string[]): readonly Handler[] {
  const others = uuids.filter((uuid) => uuid !== leadUuid);
  return [
    { organisationUuid: leadUuid, role: 'LEAD' },
    ...others.map((organisationUuid): Handler => ({ organisationUuid, role: 'SUPPORT' })),
  ];
}

function checkLevels({ carried: { team } }: Situation): void {
  const levels = new Set(team.map(({ level }) => level));
  if (levels.size >= fewestLevels) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `members: expected organisations of at least ${fewestLevels} levels, got ${[...levels].join(', ')} alone.`,
    messageZh: `members：联动小组至少须有 ${fewestLevels} 个层级，收到 ${[...levels].join('、')}。`,
  });
}
