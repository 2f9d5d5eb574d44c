'use strict';
require('./node-version.cjs').requireNode();
const { bundle, isBundled } = require('./bundle.cjs');
const { releaseSignals } = require('./child.cjs');
const { compile, isCompiled } = require('./compile.cjs');
const { install, isInstalled } = require('./install.cjs');
const { followParent } = require('./parent.cjs');
const { SetUpError } = require('./say.cjs');
const { inTurn } = require('./turn.cjs');

/** Waits for all and then fails with the first failure: none is left at work. */
async function together(...works) {
  const results = await Promise.allSettled(works);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Installs and builds what is missing or outdated; where nothing is, it reads and writes nothing but hashes. */
exports.setUp = async ({ build = true } = {}) => {
  const done = () => isInstalled() && (!build || (isCompiled() && isBundled()));
  if (done()) return;
  await inTurn(async () => {
    await install();
    if (build) await together(compile(), bundle());
  });
};

/** Runs the body of a script; ends with a sentence, not a stack, where set-up explains itself. */
exports.script = (body) => {
  followParent();
  body().catch((error) => {
    process.stderr.write(`${error instanceof SetUpError ? error.message : error.stack}\n`);
    process.exitCode = error.exitCode ?? 1;
  });
};

/**
 * Becomes another program: runs `file` as the main module of this very process, so that signals, exit code, standard
 * streams and the process id are its own, and no parent has to pass anything on.
 */
exports.become = (file, args) => {
  releaseSignals();
  process.argv = [process.argv[0], file, ...args];
  require('node:module').runMain();
};

exports.SetUpError = SetUpError;
