import { CreatePartyBuilding1795000000010 } from './1795000000010-create-party-building.js';
import { GrowPartyBuilding1795000000015 } from './1795000000015-grow-party-building.js';

/** What the office's own front database gets after the migrations that all share, in order. */
export const partyBuildingMigrations = [CreatePartyBuilding1795000000010, GrowPartyBuilding1795000000015];
