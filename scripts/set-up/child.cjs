'use strict';
const { spawn } = require('node:child_process');
const { root } = require('./project.cjs');

const running = new Set();

// What is half done when the caller gives up is stopped with us; each step can be run again.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  const stop = () => {
    for (const child of running) child.kill(signal);
    process.off(signal, stop);
    process.kill(process.pid, signal);
  };
  exports[`off${signal}`] = () => process.off(signal, stop);
  process.on(signal, stop);
}

/** Gives the signals back to whoever runs in this process next. */
exports.releaseSignals = () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) exports[`off${signal}`]();
};

/**
 * Runs a program from the project's folder and resolves to its exit code and everything it printed.
 * With `show` the output is passed on while it comes.
 */
exports.run = (command, args, { cwd = root, env = {}, show = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
    };
    running.add(child);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => take(`${error.message}\n`));
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 128 : 1), output });
    });
  });

/** Runs a JavaScript file with this Node. */
exports.runNode = (args, options) => exports.run(process.execPath, args, options);
