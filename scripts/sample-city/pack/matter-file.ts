import { localTime } from '../matters/clock.js';
import type { Matter } from '../matters/matter.js';
import { officeWords } from '../matters/office-words.js';
import { toMicroDegrees } from '../plane/plane.js';
import { csvText } from './csv.js';
import { degreesText } from './geojson.js';
import { matterOwn } from './layer-pages.js';
import type { PackFile } from './pack-file.js';

const columns = [
  'local_id',
  'standard',
  'kind',
  'category',
  'title',
  'text',
  'source',
  'state',
  'office_state',
  'keeper',
  'lead',
  'support',
  'longitude',
  'latitude',
  'layer',
  'unit',
  'division',
  'reported_at',
  'due_at',
  'steps',
  'sealed',
];

/** The matters of one office. */
export function matterFile(office: string, matters: readonly Matter[]): PackFile {
  return {
    path: `${office}/matters.csv.gz`,
    text: csvText(
      [...columns, ...matterOwn[office]!],
      matters.map((one) => row(office, one)),
    ),
  };
}

function row(office: string, matter: Matter): Readonly<Record<string, string | boolean>> {
  const { category, place, reportedAt, limitHours, steps } = matter;
  const [longitude, latitude] = place === null ? ['', ''] : degreesText(toMicroDegrees(place));
  const { state } = steps.at(-1)!;
  return {
    local_id: matter.localId,
    standard: category.standard,
    kind: category.kind,
    category: category.code,
    title: matter.title,
    text: matter.text,
    source: matter.source,
    state,
    office_state: officeWords[office]![state],
    keeper: matter.keeper,
    lead: isAssigned(matter) ? matter.lead : '',
    support: isAssigned(matter) ? matter.support.join(';') : '',
    longitude,
    latitude,
    layer: matter.layer,
    unit: matter.unit,
    division: matter.division,
    reported_at: localTime(reportedAt),
    due_at: limitHours === null ? '' : localTime(reportedAt + limitHours * 60),
    steps: steps.map((step) => `${step.state}@${localTime(step.minute)}@${step.organisation}`).join(';'),
    sealed: matter.sealed,
    ...matter.own,
  };
}

/** A matter has a leading organisation from the moment it was dispatched. */
const isAssigned = ({ steps }: Matter): boolean => steps.some(({ state }) => state === 'DISPATCHED');
