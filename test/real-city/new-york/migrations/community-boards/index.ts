import { CreateCommunityBoards1796000000005 } from './1796000000005-create-community-boards.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const communityBoardsMigrations = [CreateCommunityBoards1796000000005];
