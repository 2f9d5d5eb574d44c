import { CommanderError } from 'commander';

import { createProgram } from './cli/program.js';

// What a verb throws has been told by then; commander throws when it has printed help or a usage error.
createProgram()
  .parseAsync(process.argv)
  .catch((thrown: unknown) => {
    if (!(thrown instanceof CommanderError)) throw thrown;
  });
