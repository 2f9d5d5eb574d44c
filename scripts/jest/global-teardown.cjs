// Stops the cluster that global-setup.cjs started.
require('./typescript-hook.cjs');

module.exports = async (globalConfig, projectConfig) => {
  const tearDown = require('../../test/support/database/global-teardown.ts');
  await (tearDown.default ?? tearDown.globalTeardown)(globalConfig, projectConfig);
};
