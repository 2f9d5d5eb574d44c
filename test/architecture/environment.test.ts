import { environmentExample } from '../../src/config/environment-example.js';
import { variables } from '../../src/config/variables.js';
import { isThere, textOf } from './house/project.js';

describe('the table of environment variables', () => {
  it('is what docker/.env.example shows to operators', () => {
    expect(isThere('docker/.env.example') ? textOf('docker/.env.example') : 'absent').toBe(environmentExample());
  });

  it('has each variable of the public contract', () => {
    const names = Object.values(variables).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REAL_CITY_DATA', 'AUTH', 'CITY_PACK', 'DEMO']),
    );
  });

  it('gives no secret a default', () => {
    const given = Object.values(variables).filter((variable) => variable.isSecret && variable.default !== null);
    expect(given).toEqual([]);
  });
});
