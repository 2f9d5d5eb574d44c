import { drawDuties } from './bodies/duties.js';
import { drawGoverningLists } from './bodies/governing-lists.js';
import { drawOfficeForms } from './bodies/office-forms.js';
import { OrganisationBook } from './bodies/organisation-book.js';
import { drawOrganisations } from './bodies/organisations.js';
import { drawBuildings } from './elements/buildings.js';
import { drawComponents } from './elements/draw-components.js';
import { civilSites, partySites } from './elements/draw-sites.js';
import { drawEstates } from './elements/estates.js';
import { drawKeyPlaces } from './elements/key-places.js';
import { readCountyOutlines } from './ground/county-outlines.js';
import { readDivisions } from './ground/division-list.js';
import { drawGround } from './ground/draw-ground.js';
import { drawLayers } from './layers/draw-layers.js';
import { drawMatters } from './matters/draw-matters.js';
import { cityFiles } from './pack/city-files.js';
import { clockFiles } from './pack/clock-files.js';
import { buildingFile, componentFile, estateFile, siteFile } from './pack/element-files.js';
import { layerFiles } from './pack/layer-files.js';
import { allElementsPage, officePages } from './pack/layer-pages.js';
import { listFiles } from './pack/list-files.js';
import { manifestFile } from './pack/manifest-page.js';
import { matterFile } from './pack/matter-file.js';
import type { PackFile } from './pack/pack-file.js';
import { peopleFiles } from './pack/people-files.js';
import type { ShapeAlgebra } from './plane/shape-algebra.js';

/** Draws the whole sample city from the real codes and outlines in `sourceFolder`; equal sources give equal files. */
export function drawCity(algebra: ShapeAlgebra, sourceFolder: string): readonly PackFile[] {
  const divisions = readDivisions(sourceFolder);
  const ground = drawGround(algebra, divisions, readCountyOutlines(sourceFolder, algebra));
  const { communities } = ground;
  const organisations = drawOrganisations(divisions, ground);
  const book = new OrganisationBook(organisations);

  const firms = organisations.filter(({ kind }) => kind === 'ENTERPRISE').map(({ name }) => name);
  const estates = drawEstates(ground, firms);
  const keyPlaces = drawKeyPlaces(communities);
  const buildings = drawBuildings({ communities, counties: ground.counties, estates, keyPlaces });
  const layers = drawLayers(algebra, { divisions, ground, estates, keyPlaces, buildings, book });

  const components = drawComponents(layers.get('urban-management/unit')!, book);
  const matters = drawMatters({
    components,
    ground,
    layers,
    buildings,
    book,
    townshipNames: new Map(ground.townships.map(({ division }) => [division.code, division.name])),
    communityOf: new Map(communities.map((community) => [community.division.code, community])),
  });
  return [
    manifestFile(),
    ...cityFiles(divisions, organisations, drawDuties(divisions, book)),
    ...clockFiles(),
    ...listFiles(drawGoverningLists(divisions, book), drawOfficeForms()),
    ...[allElementsPage, ...officePages].flatMap((page) => layerFiles(page, layers)),
    buildingFile(buildings, book),
    estateFile(layers.get('housing/estate')!, book),
    componentFile(components),
    siteFile('party-building', partySites(communities, book)),
    siteFile('civil-affairs', civilSites(communities, book)),
    ...peopleFiles(layers, book),
    ...[...matters].map(([office, list]) => matterFile(office, list)),
  ];
}
