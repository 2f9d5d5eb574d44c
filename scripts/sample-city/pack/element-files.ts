import { anchorDay } from '../anchor.js';
import type { OrganisationBook } from '../bodies/organisation-book.js';
import { urbanStandard } from '../categories/components.js';
import type { Building } from '../elements/building.js';
import type { StreetComponent } from '../elements/draw-components.js';
import type { Site } from '../elements/draw-sites.js';
import type { LayerUnit } from '../layers/layer-unit.js';
import { centreOf } from '../plane/measure.js';
import { onGrain, type Place, toMicroDegrees } from '../plane/plane.js';
import { csvText } from './csv.js';
import { degreesText } from './geojson.js';
import type { PackFile } from './pack-file.js';

const shared = ['source_id', 'name', 'keeper', 'longitude', 'latitude', 'as_of', 'unit', 'layer'];

function at(place: Place): { readonly longitude: string; readonly latitude: string } {
  const [longitude, latitude] = degreesText(toMicroDegrees(place));
  return { longitude, latitude };
}

/** Buildings, which housing keeps; those of an estate name it as their unit. */
export function buildingFile(buildings: readonly Building[], book: OrganisationBook): PackFile {
  const rows = buildings.map((one) => ({
    source_id: one.addressCode,
    name: one.name,
    keeper: book.at('housing', one.community.division.code.slice(0, 6)).code,
    ...at(one.place),
    as_of: anchorDay,
    unit: one.estate,
    layer: one.estate === '' ? '' : 'housing/estate',
    address_code: one.addressCode,
    dwellings: one.dwellings,
    households: one.households,
    use: one.use,
  }));
  return { path: 'housing/buildings.csv.gz', text: csvText([...shared, 'address_code', 'dwellings', 'households', 'use'], rows) };
}

const estateFacts = ['form', 'owners_committee', 'management_committee', 'property_firm', 'dwellings', 'built_year'];

/** Estates as elements: the same 639 that are the units of housing's layer. */
export function estateFile(estates: readonly LayerUnit[], book: OrganisationBook): PackFile {
  const rows = estates.map(({ localId, name, division, shape, own }) => ({
    source_id: localId,
    name,
    keeper: book.at('housing', division.slice(0, 6)).code,
    ...at(onGrain(centreOf(shape!))),
    as_of: anchorDay,
    unit: localId,
    layer: 'housing/estate',
    ...own,
  }));
  return { path: 'housing/estates.csv', text: csvText([...shared, ...estateFacts], rows) };
}

/** Components, which urban management keeps. */
export function componentFile(components: readonly StreetComponent[]): PackFile {
  const rows = components.map(({ sourceId, name, keeper, place, asOf, unit, category, state }) => ({
    source_id: sourceId,
    name,
    keeper,
    ...at(place),
    as_of: asOf,
    unit,
    layer: 'urban-management/unit',
    standard: urbanStandard,
    category,
    state,
  }));
  return { path: 'urban-management/components.csv.gz', text: csvText([...shared, 'standard', 'category', 'state'], rows) };
}

/** Sites that one office keeps. */
export function siteFile(office: string, sites: readonly Site[]): PackFile {
  const rows = sites.map(({ sourceId, name, keeper, place, siteKind, services }) => ({
    source_id: sourceId,
    name,
    keeper,
    ...at(place),
    as_of: anchorDay,
    unit: '',
    layer: '',
    site_kind: siteKind,
    services,
  }));
  return { path: `${office}/sites.csv`, text: csvText([...shared, 'site_kind', 'services'], rows) };
}
