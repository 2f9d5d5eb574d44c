// PostGraphile 5 over the views of the benchmark's schema. It wants Node 22, so it runs by the binary of bench/node_modules:
// postgraphile.cjs INDEX-URL
'use strict';
const { createServer } = require('node:http');
const { postgraphile } = require('postgraphile');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { makePgService } = require('postgraphile/adaptors/pg');
const { grafserv } = require('postgraphile/grafserv/node');

/** As it is run in production: no explain, no GraphiQL, as many connections as the platform keeps to its index. */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.argv[2], schemas: ['bench'], poolConfig: { max: 12 } })],
  schema: { defaultBehavior: '+list -connection' },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false, websockets: false },
};

async function main() {
  const server = createServer();
  const instance = postgraphile(preset);
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
}

process.once('SIGTERM', () => process.exit());
void main();
