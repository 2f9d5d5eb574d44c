import { Client } from 'pg';

/** An event as the peers hand it out. */
export interface PeerEvent {
  readonly township: string | null;
  readonly event: Readonly<Record<string, unknown>>;
}

const after = `
  select left(matter.division_code, 9) as township, json_build_object('__typename', 'MatterEvent', 'cursor', $2::text, 'eventId', log.event_id,
         'position', log.position, 'kind', log.kind, 'occurredAt', to_char(log.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'recordedAt', to_char(log.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'matter', json_build_object(
           'id', 'UGxhdGZvcm1NYXR0ZXI6' || matter.id, 'localId', matter.local_id, 'title', matter.title, 'state', matter.state, 'light', 'GREEN',
           'point', json_build_object('type', 'Point', 'coordinates', json_build_array(matter.longitude, matter.latitude)), 'reportedAt', matter.reported_at,
           'dueAt', matter.due_at, 'version', matter.version, 'grid', json_build_object('code', unit.local_id, 'name', unit.local_id),
           'keeper', json_build_object('name', organisation.name), 'category', json_build_object('code', matter.category_code, 'nameZh', matter.category_code))) as event
    from event_log log join matter on matter.id = log.subject left join unit on unit.id = matter.grid_id
    left join organisation on organisation.id = matter.keeper_id
   where log.position > $1 order by log.position limit 1000`;

const cursor = 'x'.repeat(64);

/** Calls back with each new event of the log: LISTEN, then a reading from the last position; what everybody writes first. */
export async function followLog(indexUrl: string, tell: (event: PeerEvent, position: number) => void): Promise<void> {
  const client = new Client({ connectionString: indexUrl });
  await client.connect();
  const { rows } = await client.query<{ last: string }>('select last_position as last from event_stream');
  let position = Number(rows[0]!.last);
  let reading = Promise.resolve();
  const read = async (): Promise<void> => {
    const page = await client.query<PeerEvent & { event: { position: number } }>(after, [position, cursor]);
    for (const row of page.rows) tell(row, (position = Number(row.event.position)));
    if (page.rows.length === 1_000) await read();
  };
  client.on('notification', () => {
    reading = reading.then(read);
  });
  await client.query('listen event_log');
}
