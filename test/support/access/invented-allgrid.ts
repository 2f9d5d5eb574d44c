// The command line as `npx allgrid` runs it, for a city of the invented offices.
import 'reflect-metadata';

import { CommanderError } from 'commander';

import { onPlatform } from '../../../src/cli/on-platform.js';
import { createProgram } from '../../../src/cli/program.js';
import { inventedOffices } from '../intake/invented-offices.js';

createProgram((work) => onPlatform(work, { offices: inventedOffices }))
  .parseAsync(process.argv)
  .catch((thrown: unknown) => {
    if (!(thrown instanceof CommanderError)) throw thrown;
  });
