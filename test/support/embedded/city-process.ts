// A process that uses an embedded server as the platform does: starts or attaches, tells, and stops on SIGTERM.
// Arguments: the directory. Speaks one JSON object a line.
import { startEmbeddedServer } from '../../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../../src/kernel/log.js';

function tell(fields: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(fields)}\n`);
}

async function main(): Promise<void> {
  const server = await startEmbeddedServer({ directory: process.argv[2]!, log: silentLog });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  tell({ url: server.url('postgres'), pid: server.pid });
  // The supervisor alone keeps no process alive; a served city is kept alive by its socket.
  setInterval(() => undefined, 60_000);
}

main().catch((thrown: unknown) => {
  tell({ failure: thrown instanceof Error ? thrown.message : String(thrown) });
  process.exit(3);
});
