// A process that offers to give the positions of a log, as every server does. Argument: the address of the city index.
// Speaks one JSON object a line: once that it has begun.
import { Sequencer } from '../../../src/eventlog/sequencer.js';
import { sessionsAt } from '../../../src/eventlog/session.js';
import { silentLog } from '../../../src/kernel/log.js';

new Sequencer({ open: sessionsAt(process.argv[2]!, process.argv[3]), log: silentLog }).start();
process.stdout.write(`${JSON.stringify({ began: true })}\n`);
// Sessions alone keep it alive only while there are any.
setInterval(() => undefined, 60_000);
