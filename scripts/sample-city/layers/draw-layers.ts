import type { Organisation } from '../bodies/organisation.js';
import type { OrganisationBook } from '../bodies/organisation-book.js';
import type { Building } from '../elements/building.js';
import type { Estate } from '../elements/estate.js';
import type { KeyPlace } from '../elements/key-place.js';
import type { Community, Ground } from '../ground/community.js';
import type { Division } from '../ground/division.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { withSharedVertices } from '../plane/shared-vertices.js';
import { smoothWarp } from '../plane/warp.js';
import { seededRandom } from '../seeded-random.js';
import { drawAllElementsGrids, gridCounts } from './all-elements-grids.js';
import { inAlliance } from './alliances.js';
import { drawBasicGrids } from './basic-grids.js';
import { civilCommunity } from './civil-communities.js';
import { countHouseholds } from './count-households.js';
import { estateUnit, type LivedIn } from './housing-estates.js';
import type { LayerUnit } from './layer-unit.js';
import { drawGridBranches, estateBranch } from './party-branches.js';
import { petitionArea, petitionResponsible } from './petition-units.js';
import { drawResponsibilityGrids } from './responsibility-grids.js';
import { drawSpecialGrids } from './special-grids.js';
import { drawUnitGrids } from './unit-grids.js';

/** What the layers are drawn from. */
export interface LayerGrounds {
  readonly divisions: readonly Division[];
  readonly ground: Ground;
  readonly estates: readonly Estate[];
  readonly keyPlaces: readonly KeyPlace[];
  readonly buildings: readonly Building[];
  readonly book: OrganisationBook;
}

/** The units of every layer by layer key. */
export type Layers = ReadonlyMap<string, readonly LayerUnit[]>;

/** Draws every office's layers, each from its own seeds and its own survey of the ground, so that none nests in another. */
export function drawLayers(algebra: ShapeAlgebra, grounds: LayerGrounds): Layers {
  const { divisions, ground, estates, keyPlaces, buildings, book } = grounds;
  const allElements = settled(algebra, allElementsOf(algebra, grounds), buildings);
  const firms = new Map(book.all.filter(({ kind }) => kind === 'ENTERPRISE').map(({ name, code }) => [name, code]));
  const units = drawUnitGrids(ground.communities, ground.counties);
  return new Map([
    ['city/all-elements', allElements],
    ['party-building/branch', settled(algebra, branchesOf(algebra, grounds, allElements), null)],
    [
      'political-legal/basic',
      settled(
        algebra,
        basicOf(algebra, grounds),
        buildings.filter(({ keyPlace }) => keyPlace === ''),
      ).map((unit) => withCentre(unit, grounds)),
    ],
    ['political-legal/special', drawSpecialGrids(keyPlaces, buildings).map((unit) => withCentre(unit, grounds))],
    ['civil-affairs/community', settled(algebra, civilOf(grounds), null)],
    ['urban-management/unit', units],
    [
      'urban-management/responsibility',
      drawResponsibilityGrids(
        units,
        divisions.filter(({ level }) => level === 'COUNTY'),
      ),
    ],
    [
      'petition/area',
      settled(
        algebra,
        ground.townships.map((one) => petitionArea(one, one.ground, book.at('government', one.division.code).code)),
        null,
      ),
    ],
    ['petition/responsible', responsibleBodies(book).map(petitionResponsible)],
    ['housing/estate', estates.map((estate) => estateUnit(estate, livedIn(estate, buildings), firms.get(estate.propertyFirm) ?? ''))],
  ]);
}

/** Puts outlines on the grain of the pack with shared corners, repairs the odd ring that rounding spoilt, and counts households. */
function settled(algebra: ShapeAlgebra, units: readonly LayerUnit[], buildings: readonly Building[] | null): readonly LayerUnit[] {
  const drawn = units.filter(({ shape }) => shape !== null);
  const shapes = withSharedVertices(drawn.map(({ shape }) => shape!));
  const byId = new Map(drawn.map(({ localId }, i) => [localId, algebra.isValid(shapes[i]!) ? shapes[i]! : algebra.repair(shapes[i]!)]));
  const placed = units.map((unit) => ({ ...unit, shape: byId.get(unit.localId) ?? null }));
  return buildings === null ? placed : countHouseholds(placed, buildings);
}

const householdsIn = (buildings: readonly Building[]): number => buildings.reduce((sum, { households }) => sum + households, 0);

function allElementsOf(algebra: ShapeAlgebra, { ground, buildings }: LayerGrounds): readonly LayerUnit[] {
  const urban = ground.communities.filter(({ isUrban }) => isUrban);
  const byCommunity = groupByCommunity(buildings);
  const counts = gridCounts(urban, (community) => householdsIn(byCommunity.get(community) ?? []));
  const counted = urban.map((community, i) => ({ community, count: counts[i]!, buildings: byCommunity.get(community) ?? [] }));
  return drawAllElementsGrids(algebra, counted);
}

function branchesOf(algebra: ShapeAlgebra, { ground, estates, book }: LayerGrounds, grids: readonly LayerUnit[]): readonly LayerUnit[] {
  const survey = smoothWarp(24, seededRandom('survey/party-building'));
  const gridBranches = ground.communities
    .filter(({ isUrban }) => isUrban)
    .flatMap((community) => {
      const own = grids.filter(({ division }) => division === community.division.code);
      return drawGridBranches(algebra, { community, ground: algebra.repair(survey(community.ground)), grids: own });
    });
  return [...gridBranches, ...estates.filter((_, i) => i % 7 === 3).map(estateBranch)].map((branch) => inAlliance(branch, book));
}

function basicOf(algebra: ShapeAlgebra, { ground, buildings }: LayerGrounds): readonly LayerUnit[] {
  const survey = smoothWarp(16, seededRandom('survey/political-legal'));
  const byCommunity = groupByCommunity(buildings.filter(({ keyPlace }) => keyPlace === ''));
  return ground.communities.flatMap((community) =>
    drawBasicGrids(algebra, { community, ground: algebra.repair(survey(community.ground)), buildings: byCommunity.get(community) ?? [] }),
  );
}

function civilOf({ ground, buildings, book }: LayerGrounds): readonly LayerUnit[] {
  const survey = smoothWarp(20, seededRandom('survey/civil-affairs'));
  const byCommunity = groupByCommunity(buildings);
  return ground.communities.map((community) =>
    civilCommunity({
      community,
      shape: survey(community.ground),
      creditCode: book.at('committee', community.division.code).code,
      households: community.isUrban ? householdsIn(byCommunity.get(community) ?? []) : null,
    }),
  );
}

function withCentre(unit: LayerUnit, { divisions, book }: LayerGrounds): LayerUnit {
  const township = divisions.find(({ code }) => code === unit.division.slice(0, 9))!;
  const centre = { centre: `${township.name}综治中心`, centre_code: book.at('centre', township.code).code, centre_level: 'TOWNSHIP' };
  return { ...unit, own: { ...unit.own, ...centre } };
}

/** Departments of the city and the counties that answer petitions; those of the city without a division. */
const responsibleBodies = (book: OrganisationBook): readonly Organisation[] =>
  book.all.filter(({ kind, level }) => kind === 'DEPARTMENT' && (level === 'CITY' || level === 'COUNTY'));

function livedIn(estate: Estate, buildings: readonly Building[]): LivedIn {
  const own = buildings.filter((building) => building.estate === estate.localId);
  return { buildings: own.length, dwellings: own.reduce((sum, { dwellings }) => sum + dwellings, 0), households: householdsIn(own) };
}

function groupByCommunity(buildings: readonly Building[]): ReadonlyMap<Community, readonly Building[]> {
  const groups = new Map<Community, Building[]>();
  for (const building of buildings) {
    const group = groups.get(building.community);
    if (group) group.push(building);
    else groups.set(building.community, [building]);
  }
  return groups;
}
