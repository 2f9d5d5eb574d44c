import type { Database } from '../../../src/features/intake/index.js';

/** Every table that an import fills, without the marks of when and by which run. */
const questions: Readonly<Record<string, string>> = {
  city: 'select code, name_zh, time_zone, shift_days from city',
  divisions: 'select code, name, level, parent_code, valid_from::text, valid_to::text from division where recorded_to is null',
  categories: 'select * from matter_category',
  layers: 'select key, department, ordinal, id_scheme from layer',
  units: `select unit.id, layer_key, local_id, generation, name, division_code, valid_from::text, valid_to::text, round(area_m2) as area_m2, members, content_hash
            from unit join unit_version on unit_id = unit.id where recorded_to is null`,
  organisations: 'select code, name, kind, division_code, department from organisation',
  duties: 'select standard, kind, category_code, division_code, valid_from::text from duty where recorded_to is null',
  elements: 'select kind, department, source_id, name, longitude, grid_id, division_code, facts, content_hash from element',
  counts: 'select unit_id, measure, department, value, suppressed from unit_count',
  posts: 'select unit_id, ordinal, kind, duty_line, vacant from post',
  matters:
    'select department, local_id, title, state, office_state, sealed, longitude, grid_id, unit_id, division_code, reported_at, version, content_hash from matter',
  placements: 'select matter.local_id, matter_placement.unit_id, weight from matter_placement join matter on matter.id = matter_id',
  assignments: 'select matter.local_id, role from matter_assignment join matter on matter.id = matter_id',
  transitions:
    'select matter.local_id, matter_transition.version, to_state, occurred_at from matter_transition join matter on matter.id = matter_id',
  events: `select matter.local_id, event_inbox.kind, event_inbox.version from event_inbox join matter on matter.id = subject`,
};

/** What the index says, sorted, so that two imports can be compared. */
export async function indexState({ sql }: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const answers = await Promise.all(
    Object.entries(questions).map(
      async ([name, question]) => [name, (await sql.query(question)).map((row) => JSON.stringify(row)).toSorted()] as const,
    ),
  );
  return Object.fromEntries(answers);
}

/** How many rows of the feeds wait, all kinds together. */
export async function waitingRows(fronts: readonly Database[]): Promise<number> {
  const counts = await Promise.all(
    fronts.map(({ sql }) => sql.query<{ rows: number }>('select count(*)::integer as rows from change_feed')),
  );
  return counts.reduce((total, [row]) => total + row!.rows, 0);
}
