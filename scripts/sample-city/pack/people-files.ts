import { anchorDay } from '../anchor.js';
import type { OrganisationBook } from '../bodies/organisation-book.js';
import { civilMeasures, type Count, countsOf, householdCounts, partyMeasures, safetyMeasures } from '../layers/counts.js';
import type { Layers } from '../layers/draw-layers.js';
import { drawPosts, mediatorPosts, type Post, secretaryPosts } from '../layers/posts.js';
import { csvText } from './csv.js';
import type { PackFile } from './pack-file.js';

const city = 'city/all-elements';

/** Counts of units and posts of grids: all that the pack says of people. */
export function peopleFiles(layers: Layers, book: OrganisationBook): readonly PackFile[] {
  const communities = layers.get('civil-affairs/community')!;
  const grids = layers.get(city)!;
  const basics = layers.get('political-legal/basic')!;
  return [
    countFile('civil-affairs', [
      ...householdCounts('civil-affairs/community', communities),
      ...countsOf('civil-affairs/community', communities, civilMeasures),
      ...countsOf(city, grids, civilMeasures),
    ]),
    countFile('political-legal', [
      ...householdCounts('political-legal/basic', basics),
      ...countsOf('political-legal/basic', basics, safetyMeasures),
      ...householdCounts(city, grids),
    ]),
    countFile('party-building', countsOf('party-building/branch', layers.get('party-building/branch')!, partyMeasures)),
    postFile('party-building', [...drawPosts(grids, book), ...secretaryPosts(grids, layers.get('party-building/branch')!, book)]),
    postFile('political-legal', mediatorPosts(grids, book)),
  ];
}

function countFile(office: string, counts: readonly Count[]): PackFile {
  const rows = counts.map(({ layer, localId, measure, value }) => ({ layer, local_id: localId, measure, value, as_of: anchorDay }));
  return { path: `${office}/counts.csv.gz`, text: csvText(['layer', 'local_id', 'measure', 'value', 'as_of'], rows) };
}

function postFile(office: string, posts: readonly Post[]): PackFile {
  const rows = posts.map(({ localId, dutyLine, ...post }) => ({
    ...post,
    layer: city,
    local_id: localId,
    duty_line: dutyLine,
  }));
  return { path: `${office}/posts.csv.gz`, text: csvText(['layer', 'local_id', 'post', 'organisation', 'duty_line', 'vacant'], rows) };
}
