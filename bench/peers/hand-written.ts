import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'pg';

import { sixOffices } from '../../src/composing/six-offices.js';
import { handWrittenSql } from './hand-written-sql.js';

// The index's address and the township; as many connections as the platform keeps to its index.
const [connectionString, township] = process.argv.slice(2) as [string, string];
const pool = new Pool({ connectionString, max: 12 });
const gridTypes = JSON.stringify(Object.fromEntries(sixOffices.map((office) => [office.code, office.gridType])));
const matterTypes = JSON.stringify(Object.fromEntries(sixOffices.map((office) => [office.code, office.matterType])));

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    pool
      .query<{ answer: string }>({ name: 'flagship', text: handWrittenSql, values: [township, gridTypes, matterTypes] })
      .then(({ rows }) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(rows[0]!.answer);
      })
      .catch((thrown: unknown) => {
        console.error(thrown);
        response.writeHead(500).end();
      });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit());
