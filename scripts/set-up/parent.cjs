'use strict';

/**
 * Ends this process by SIGTERM when the shell between npm and us has gone. A SIGTERM to `npm start` is passed on to that
 * shell only, which dies without a word to us: the server would live on with nobody to stop it.
 */
exports.followParent = () => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
};
