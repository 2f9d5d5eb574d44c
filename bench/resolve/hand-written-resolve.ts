import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'pg';

import { sixOffices } from '../../src/composing/six-offices.js';

// What a good hand writes for this one question over bare node:http: hand-written-resolve.js INDEX-URL. The ids are read from the question.
const [connectionString] = process.argv.slice(2) as [string];
const pool = new Pool({ connectionString, max: 12 });
const gridTypes = JSON.stringify(Object.fromEntries(sixOffices.map((office) => [office.code, office.gridType])));

/** `$1` the ids as JSON, `$2` the offices asked for, `$3` the GraphQL type of each office's units. Of each layer the links of the best basis. */
const resolveSql = `
with asked as (
  select given.place, given.local_id, unit.id
    from rows from (json_to_recordset($1::json) as (department text, "localId" text, layer text)) with ordinality
         as given (department, local_id, layer, place)
    left join unit on unit.layer_key = given.layer and unit.local_id = given.local_id),
seen as (
  select asked.place, link.target_id as other, link.weight, link.inverse_weight, link.basis
    from asked join link on link.source_id = asked.id and link.recorded_to is null
   where link.valid_from <= current_date and (link.valid_to is null or link.valid_to > current_date)
  union all
  select asked.place, link.source_id, link.inverse_weight, link.weight, link.basis
    from asked join link on link.target_id = asked.id and link.recorded_to is null and link.basis <> 'DECLARED'
   where link.valid_from <= current_date and (link.valid_to is null or link.valid_to > current_date)),
ranked as (
  select seen.*, other.local_id, version.name, layer.ordinal, layer.department, array_position(array['DECLARED', 'AREA', 'ADDRESS', 'CODE'], seen.basis) as rank,
         min(array_position(array['DECLARED', 'AREA', 'ADDRESS', 'CODE'], seen.basis)) over (partition by seen.place, layer.key) as best
    from seen join unit other on other.id = seen.other
    join layer on layer.key = other.layer_key and layer.department = any ($2::text[])
    join unit_version version on version.unit_id = other.id and version.recorded_to is null
     and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date)),
linked as (
  select place, json_agg(json_build_object('weight', weight, 'inverseWeight', inverse_weight, 'grid', json_build_object(
           'id', rtrim(translate(encode(convert_to(($3::json ->> department) || ':' || other, 'UTF8'), 'base64'), E'+/\\n', '-_'), '='),
           'name', name, 'localId', local_id)) order by ordinal, weight desc, local_id) as links
    from ranked where rank = best group by place)
select json_build_object('data', json_build_object('resolveIds', json_agg(
         json_build_object('localId', asked.local_id, 'links', coalesce(linked.links, '[]')) order by asked.place)))::text as answer
  from asked left join linked on linked.place = asked.place`;

interface Question {
  readonly variables: { readonly ids: readonly object[]; readonly to: readonly string[] };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answerTo(request: IncomingMessage): Promise<string> {
  const { ids, to } = (JSON.parse(await bodyOf(request)) as Question).variables;
  const { rows } = await pool.query<{ answer: string }>({
    name: 'resolve',
    text: resolveSql,
    values: [JSON.stringify(ids), to, gridTypes],
  });
  return rows[0]!.answer;
}

const server = createServer((request, response) => {
  answerTo(request).then(
    (answer) => response.setHeader('content-type', 'application/json; charset=utf-8').end(answer),
    (thrown: unknown) => {
      console.error(thrown);
      response.writeHead(500).end();
    },
  );
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit());
