// Runs before anything else and on any Node, so nothing newer than Node 10 may be written in this file.
'use strict';

var wanted = [20, 19];

/** Ends the process with exit code 3 and a sentence where this Node is older than the platform needs. */
exports.requireNode = function requireNode() {
  var have = process.versions.node.split('.').map(Number);
  if (have[0] > wanted[0] || (have[0] === wanted[0] && have[1] >= wanted[1])) return;
  console.error('allgrid needs Node ' + wanted.join('.') + ' or later; this is Node ' + process.versions.node + '.');
  console.error('Install a current Node (https://nodejs.org, or your package manager) and run the same command again.');
  process.exit(3);
};
