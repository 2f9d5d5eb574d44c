'use strict';

// Set-up speaks on stderr: stdout belongs to the command that follows (`allgrid export` may be piped).
/** Prints one line. */
exports.say = (line) => process.stderr.write(`${line}\n`);

/** A failure that has been explained already: printed without a stack, then the process ends with `exitCode`. */
exports.SetUpError = class SetUpError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'SetUpError';
    this.exitCode = exitCode;
  }
};

/** Seconds since `start` (of `Date.now()`), for a line. */
exports.secondsSince = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
