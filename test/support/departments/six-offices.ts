import { civilAffairs } from '../../../src/departments/civil-affairs/index.js';
import type { DepartmentDefinition, OwnTable } from '../../../src/departments/contract.js';
import { housing } from '../../../src/departments/housing/index.js';
import { partyBuilding } from '../../../src/departments/party-building/index.js';
import { petition } from '../../../src/departments/petition/index.js';
import { politicalLegal } from '../../../src/departments/political-legal/index.js';
import { urbanManagement } from '../../../src/departments/urban-management/index.js';

/** An office that keeps units, as each of the six does. */
export interface OfficeWithUnits extends DepartmentDefinition {
  readonly gridType: string;
  readonly unitFields: OwnTable;
}

/** The offices of the sample city, in the order in which the schema lists them. */
export const sixOffices = [partyBuilding, politicalLegal, civilAffairs, urbanManagement, petition, housing] as readonly OfficeWithUnits[];
