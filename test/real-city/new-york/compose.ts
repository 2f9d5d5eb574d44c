import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { communityBoards } from './offices/community-boards/index.js';
import { doe } from './offices/doe/index.js';
import { dohmh } from './offices/dohmh/index.js';
import { fdny } from './offices/fdny/index.js';
import { hotline311 } from './offices/hotline-311/index.js';
import { nypd } from './offices/nypd/index.js';

/** The offices of New York; nothing else of the platform is another. */
export const newYorkOffices: readonly DepartmentDefinition[] = [nypd, fdny, doe, dohmh, communityBoards, hotline311];
