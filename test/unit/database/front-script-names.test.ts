import { frontScript, type FrontScriptParts } from '../../../src/database/front-script.js';

const parts: FrontScriptParts = {
  ...{ nameZh: '航标', nameEn: 'Lighthouses', migrations: [], grants: [], from: null },
  ...{ schema: 'allgrid', role: 'allgrid', systemRole: 'lighthouse_system' },
};

describe('names in the script of an office’s own PostgreSQL', () => {
  test.each(['x\ndrop schema allgrid cascade;', "o'neil", '100%', 'a$allgrid$b', '', '灯'.repeat(22)])(
    'are refused where they could end a comment, a text or a block, or are cut: %j',
    async (name) => {
      for (const wish of [{ schema: name }, { role: name }, { systemRole: name }])
        await expect(frontScript({ ...parts, ...wish })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  test.each(['航标_platform', 'Allgrid-2', 'office.platform'])('may be in any language: %s', async (role) => {
    expect(await frontScript({ ...parts, role })).toContain(`to "${role}"`);
  });
});
