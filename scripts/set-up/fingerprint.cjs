'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const skipped = new Set(['node_modules', 'dist', 'results', '.cache', '.data']);

/** Every file under `start` (a file itself, or nothing when absent), sorted, for which `wanted(path)` holds. */
exports.filesUnder = function filesUnder(start, wanted = () => true) {
  const stat = fs.statSync(start, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return wanted(start) ? [start] : [];
  return fs
    .readdirSync(start)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesUnder(path.join(start, name), wanted));
};

/** A hash over names and bytes of files: equal exactly when nothing was added, removed, renamed or changed. */
exports.fingerprint = function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = fs.readFileSync(file);
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

/** Whether the stamp file says `mark`. */
exports.isStamped = (stamp, mark) => {
  try {
    return fs.readFileSync(stamp, 'utf8') === mark;
  } catch {
    return false;
  }
};

/** Writes the stamp, last of all: a step that was interrupted leaves none and is done again. */
exports.writeStamp = (stamp, mark) => {
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, mark);
};
