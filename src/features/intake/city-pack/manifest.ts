import { z } from 'zod';

import { datums } from '../files/datum/datums.js';
import { encodings } from '../files/encoding/encodings.js';
import { calendarPart } from './calendar-part.js';

/** The format name that a pack's manifest must carry; the number rises when old packs can no longer be read. */
export const packFormat = 'allgrid-city-pack/1';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected YYYY-MM-DD');

/**
 * One file of a pack. `path` is relative to the manifest and may end in `.gz`.
 * `columns` maps a canonical field to the file's own column or property name where they differ;
 * `constants` gives a canonical field the same value on every row; `words` maps a file's own words of a canonical field
 * (`{"state": {"Closed": "CLOSED"}}`); `ignored` names columns of a CSV file that are left out on purpose;
 * `encoding` is given only where the bytes of the file do not tell it; `sheet` names the sheet of a workbook that has several;
 * places are in CGCS2000 unless `datum` says otherwise: GCJ02 and BD09 are converted.
 */
const file = z.strictObject({
  path: z.string().min(1),
  format: z.enum(['csv', 'geojson', 'xlsx']),
  columns: z.record(z.string(), z.string()).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  words: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  ignored: z.array(z.string()).optional(),
  encoding: z.enum(encodings).optional(),
  sheet: z.string().min(1).optional(),
  datum: z.enum(datums).optional(),
});

const layer = z.strictObject({
  /** `<office>/<name>`, e.g. `urban-management/unit`. */
  key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  name: bilingual,
  /** Whether the units are meant to cover the ground without overlap. */
  partition: z.boolean(),
  /** Exactly one layer of an office is primary. */
  primary: z.boolean(),
  /** Names the rule for local ids: `cn-unit-grid-15`, `cn-12-plus-3`, `cn-credit-code`, `cn-division`, `opaque`, … */
  idScheme: z.string().min(1),
  /** True where the ground was drawn by a generator, so that every screen can say so. */
  synthetic: z.boolean(),
  /** The rows. For `geojson`, boundaries come with the rows and `boundaries` is left out. */
  units: file,
  /** GeoJSON whose features carry `local_id` (or what `columns` maps it to) and a Polygon or MultiPolygon. */
  boundaries: file.optional(),
  /** Where units are sets of another layer's units, that layer's key; the column `members` lists its local ids. */
  membersOf: z.string().optional(),
});

const keyedFile = file.extend({ kind: z.string().min(1) });

const office = z.strictObject({
  /** Folder-style key: `urban-management`. */
  key: z.string().regex(/^[a-z0-9-]+$/),
  layers: z.array(layer),
  elements: z.array(keyedFile).default([]),
  counts: z.array(file).default([]),
  posts: z.array(file).default([]),
  matters: z.array(file).default([]),
});

/** The shape of `manifest.json`, the one page that tells what a city pack holds. */
export const manifestSchema = z.strictObject({
  format: z.literal(packFormat),
  city: z.strictObject({
    code: z.string().min(1),
    name: bilingual,
    /** IANA name; dates and deadlines are counted in it. */
    timeZone: z.string().min(1),
    /** `cn-2-2-2-3-3` for Chinese division codes; `opaque` where codes have no levels to read. */
    divisionScheme: z.enum(['cn-2-2-2-3-3', 'opaque']),
    /** Day that the pack's matters are written around; at first load they move so that it becomes the day of loading. Null: dates stay. */
    anchor: date.nullable(),
    /** Shown wherever the pack's ground or matters are shown; null for a real city's own register. */
    notice: bilingual.nullable(),
    /** West, south, east, north in degrees; a coordinate outside is refused. */
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
  divisions: z.array(file),
  categories: z.array(file).default([]),
  /** What one standard's categories are in another's, as people in office have declared or as transcribed. */
  categoryLinks: z.array(file).default([]),
  organisations: z.array(file).default([]),
  /** Other ids of the organisations: credit codes, party ids, codes of offices. */
  organisationIds: z.array(file).default([]),
  duties: z.array(file).default([]),
  calendar: calendarPart.optional(),
  /** Holidays and make-up working days, year by year, over those that the State Council set. */
  holidays: z.array(file).default([]),
  /** How long each clock runs, by category, division and condition. */
  limits: z.array(file).default([]),
  /** The lists that govern: admission, whistle and duty lists, in editions. */
  lists: z.array(file).default([]),
  /** What each office asks for of a matter. */
  forms: z.array(file).default([]),
  /** What became of units that the layers no longer list, by the documents that say so. */
  lineage: z.array(file).default([]),
  /** The city's own merged layer, kept by nobody's office. */
  allElements: layer,
  offices: z.array(office),
  source: bilingual,
  licence: z.string().min(1),
});

/** A checked manifest. */
export type Manifest = z.infer<typeof manifestSchema>;
/** One layer as the manifest tells it. */
export type ManifestLayer = z.infer<typeof layer>;
/** One file as the manifest tells it. */
export type ManifestFile = z.infer<typeof file>;
/** One office as the manifest tells it. */
export type ManifestOffice = z.infer<typeof office>;
