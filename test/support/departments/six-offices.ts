import { civilAffairs } from '../../../src/departments/civil-affairs/index.js';
import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { housing } from '../../../src/departments/housing/index.js';
import { partyBuilding } from '../../../src/departments/party-building/index.js';
import { petition } from '../../../src/departments/petition/index.js';
import { politicalLegal } from '../../../src/departments/political-legal/index.js';
import { urbanManagement } from '../../../src/departments/urban-management/index.js';

/** The offices of the sample city, in the order in which the schema lists them. */
export const sixOffices: readonly DepartmentDefinition[] = [
  partyBuilding,
  politicalLegal,
  civilAffairs,
  urbanManagement,
  petition,
  housing,
];
