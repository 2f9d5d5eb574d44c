'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { runNode } = require('./child.cjs');
const { filesUnder, fingerprint, isStamped, writeStamp } = require('./fingerprint.cjs');
const { inProject, root } = require('./project.cjs');
const { SetUpError, say, secondsSince } = require('./say.cjs');

const folders = ['src', 'migrations', 'scripts', 'bench'];
const stamp = inProject('dist', '.compiled');
const web = inProject('src', 'web') + path.sep;

const isSource = (file) => file.endsWith('.ts') && !file.startsWith(web);
// Files that code reads beside itself (SQL, JSON …) travel with it.
const isAsset = (file) => file.startsWith(inProject('src') + path.sep) && !file.startsWith(web) && !/\.(ts|md)$/.test(file);
const inFolders = (wanted) => folders.flatMap((folder) => filesUnder(inProject(folder), wanted));
const inDist = (file) => inProject('dist', path.relative(root, file));

const mark = () =>
  fingerprint([
    ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => inProject(name)),
    ...inFolders((file) => isSource(file) || isAsset(file)),
  ]);

/** Removes what an earlier build left of files that are gone, so that no dead migration or verb is found in dist/. */
function sweep() {
  const living = new Set(
    inFolders((file) => isSource(file) || isAsset(file)).flatMap((file) =>
      isAsset(file) ? [inDist(file)] : [inDist(file).replace(/\.ts$/, '.js'), inDist(file).replace(/\.ts$/, '.js.map')],
    ),
  );
  for (const folder of folders) {
    for (const file of filesUnder(inProject('dist', folder))) if (!living.has(file)) fs.rmSync(file);
  }
}

function copyAssets() {
  for (const file of inFolders(isAsset)) {
    fs.mkdirSync(path.dirname(inDist(file)), { recursive: true });
    fs.copyFileSync(file, inDist(file));
  }
}

/** Whether dist/ holds what the sources say. */
exports.isCompiled = () => isStamped(stamp, mark());

/** Compiles the server, the command line, the generators and the benchmarks to dist/; does nothing where that is done. */
exports.compile = async () => {
  const now = mark();
  if (isStamped(stamp, now)) return;
  const start = Date.now();
  say('Compiling …');
  fs.rmSync(stamp, { force: true });
  // An incremental build trusts its notes about files that someone may have removed.
  if (!fs.existsSync(inProject('dist', 'src'))) fs.rmSync(inProject('dist', '.tsbuildinfo'), { force: true });
  const { code, output } = await runNode([inProject('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--pretty', 'false']);
  if (code !== 0) throw new SetUpError(`${output}\nCompiling failed; the lines above name file, line and reason.`);
  sweep();
  copyAssets();
  writeStamp(stamp, now);
  say(`Compiled in ${secondsSince(start)}.`);
};
