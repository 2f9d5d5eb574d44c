const headers = [
  'local_id',
  'standard',
  'kind',
  'category',
  'title',
  'source',
  'state',
  'keeper',
  'reported_at',
  'longitude',
  'latitude',
  'layer',
  'unit',
  'signal',
  'updated_at',
] as const;

type Column = (typeof headers)[number];

/** A row of the lighthouses' matters, by column. */
export type MatterCells = Readonly<Partial<Record<Column, string>>>;

/** A matter of the lighthouses that is in order; `cells` say otherwise. */
export function matter(localId: string, cells: MatterCells = {}): MatterCells {
  return {
    local_id: localId,
    standard: 'light-2020',
    kind: 'MATTER',
    category: '01',
    title: '灯不亮',
    source: 'GRID',
    state: 'REPORTED',
    keeper: '1199010000000001AJ',
    reported_at: '2026-03-01T08:00:00',
    ...cells,
  };
}

/** A CSV file of matters. */
export function matters(...rows: readonly MatterCells[]): string {
  return [headers, ...rows.map((row) => headers.map((column) => row[column] ?? ''))].map((cells) => `${cells.join(',')}\n`).join('');
}

/** A CSV file of buildings, each an id, a name and, maybe, when it was last changed. */
export function buildings(...rows: readonly (readonly [id: string, name: string, updatedAt?: string])[]): string {
  const line = ([id, name, updatedAt = '']: (typeof rows)[number]): string =>
    `${id},${name},1199010000000001AJ,117.012,29.012,${updatedAt}\n`;
  return `source_id,name,keeper,longitude,latitude,updated_at\n${rows.map(line).join('')}`;
}
