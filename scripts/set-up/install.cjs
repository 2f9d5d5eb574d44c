'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { run, runNode } = require('./child.cjs');
const { fingerprint, isStamped, writeStamp } = require('./fingerprint.cjs');
const { root } = require('./project.cjs');
const { SetUpError, say, secondsSince } = require('./say.cjs');

const lockOf = (folder) => path.join(folder, 'package-lock.json');
const stampOf = (folder) => path.join(folder, 'node_modules', '.allgrid-installed');
const markOf = (folder) => `${fingerprint([lockOf(folder)])} ${process.platform} ${process.arch}`;

/**
 * Whether a package of the lock must be there on this machine. Of the optional ones only those that name this platform:
 * what another platform's package needs names none, and variants by C library may or may not fit.
 */
function belongsHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (libc || !(os || cpu)) return false;
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/** Whether someone else (`npm ci`, `npm install`) has already installed exactly what the lock says. */
function alreadyInstalled(folder) {
  const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  try {
    const wanted = read(lockOf(folder));
    const found = read(path.join(folder, 'node_modules', '.package-lock.json'));
    const isThere = ([name, entry]) => (found[name] ? found[name].version === entry.version : !belongsHere(entry));
    return (
      Object.entries(wanted).every(([name, entry]) => name === '' || isThere([name, entry])) &&
      Object.keys(found).every((name) => wanted[name] && fs.existsSync(path.join(folder, name)))
    );
  } catch {
    return false;
  }
}

/** What to do about a failed `npm ci`, by what npm printed. */
function advice(output, folder) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output))
    return 'The package registry was not reachable. Connect this machine once (or set a proxy: npm config set proxy …) and run the same command again; afterwards it works offline.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This user may not write ${folder}: run as the owner of the folder, or clone it to a place of your own.`;
  if (/EUSAGE|in sync/.test(output))
    return 'package.json and package-lock.json disagree: take both from the same commit, or write the lock anew with npm install --package-lock-only.';
  if (/ENOSPC/.test(output)) return 'The disk is full: about 1 GB is needed.';
  if (/EINTEGRITY/.test(output)) return 'A package differs from the lock file: npm cache clean --force, then run the same command again.';
  return 'What npm printed above says why; after mending it, run the same command again.';
}

/** `npm` itself: the one that runs us where there is one, else the one on PATH. */
function npm(args, options) {
  const runner = process.env.npm_execpath;
  if (runner && /npm-cli\.js$/.test(runner)) return runNode([runner, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Whether the packages of `folder` are those of its lock file; costs a few milliseconds. */
exports.isInstalled = (folder = root) => {
  if (!fs.existsSync(lockOf(folder)))
    throw new SetUpError(`${lockOf(folder)} is missing: write it with npm install --package-lock-only and commit it.`);
  if (isStamped(stampOf(folder), markOf(folder))) return true;
  if (!alreadyInstalled(folder)) return false;
  try {
    writeStamp(stampOf(folder), markOf(folder));
  } catch {
    // A read-only folder of another user: compared again next time.
  }
  return true;
};

/** Installs the packages of `folder` as its lock file says; does nothing where they are. */
exports.install = async (folder = root) => {
  if (exports.isInstalled(folder)) return;
  const start = Date.now();
  say(`Installing packages${folder === root ? '' : ` of ${path.relative(root, folder)}/`} (npm ci) …`);
  // Production settings of the environment must not leave out the compiler.
  const flags = ['--include=dev', '--include=optional', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm(['ci', ...flags], { cwd: folder, env: { NODE_ENV: 'development' } });
  if (code !== 0) {
    process.stderr.write(output);
    throw new SetUpError(`Installing packages failed. ${advice(output, folder)}`);
  }
  writeStamp(stampOf(folder), markOf(folder));
  say(`Installed packages in ${secondsSince(start)}.`);
};
