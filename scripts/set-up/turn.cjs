'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { inProject, root } = require('./project.cjs');
const { SetUpError, say } = require('./say.cjs');

const lock = inProject('.cache', 'set-up.lock');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether the process that took the lock still lives; one of another user counts as living. */
function ownerLives() {
  let owner;
  try {
    owner = Number(fs.readFileSync(lock, 'utf8'));
  } catch {
    return false;
  }
  try {
    return owner > 0 && process.kill(owner, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function takeLock() {
  try {
    fs.mkdirSync(path.dirname(lock), { recursive: true });
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new SetUpError(
      `Something is to be installed or built, and this user may not write ${root} (${error.code}). ` +
        'Run npm run build once as the owner of the folder, or clone it to a place of your own.',
    );
  }
}

/** Does `work` while no other set-up of this folder is at work; two commands started together install and build once. */
exports.inTurn = async (work) => {
  for (let waited = 0; !takeLock(); waited += 1) {
    if (!ownerLives()) fs.rmSync(lock, { force: true });
    else if (waited === 0) say('Another command is setting up this folder; waiting for it.');
    await pause(200);
  }
  const release = () => fs.rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
};
