import { civilAffairs } from '../departments/civil-affairs/index.js';
import { type DepartmentDefinition } from '../departments/contract.js';
import { housing } from '../departments/housing/index.js';
import { partyBuilding } from '../departments/party-building/index.js';
import { petition } from '../departments/petition/index.js';
import { politicalLegal } from '../departments/political-legal/index.js';
import { urbanManagement } from '../departments/urban-management/index.js';

/** The offices of the sample city; a further one joins by its folder and one line here. */
export const sixOffices: readonly DepartmentDefinition[] = [
  partyBuilding,
  politicalLegal,
  civilAffairs,
  urbanManagement,
  petition,
  housing,
];
