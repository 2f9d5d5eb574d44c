import type { SourceId } from '../../../kernel/ids.js';

/** The three levels that work together in a joint team (三级联动): county or city, township level, grid. */
export const teamLevels = ['COUNTY', 'TOWNSHIP', 'GRID'] as const;

/** One of {@link teamLevels}. */
export type TeamLevel = (typeof teamLevels)[number];

/** Who shall take part in a joint team, as whoever forms it says. */
export interface TeamMember {
  /** Code of the organisation. */
  readonly organisation: SourceId;
  readonly level: TeamLevel;
  /** 1 to 200 characters that name no person; of a sealed matter not kept. */
  readonly task: string;
}

/** What an organisation does in the joint team of a matter. */
export interface TeamTask {
  readonly matterUuid: string;
  readonly organisationUuid: string;
  readonly level: TeamLevel;
  readonly task: string;
  /** When the team was formed of which this is a part; a team formed anew takes the place of the one before. */
  readonly since: Date;
}
