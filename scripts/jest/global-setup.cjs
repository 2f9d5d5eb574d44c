// Starts the one PostgreSQL cluster that all test projects share.
require('./typescript-hook.cjs');

module.exports = async (globalConfig, projectConfig) => {
  const setUp = require('../../test/support/database/global-setup.ts');
  await (setUp.default ?? setUp.globalSetup)(globalConfig, projectConfig);
};
