import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentExample } from '../../../src/config/environment-example.js';
import { variables } from '../../../src/config/variables.js';

const path = join(__dirname, '..', '..', '..', 'docker', '.env.example');

describe('docker/.env.example', () => {
  const text = readFileSync(path, 'utf8');

  it('is what the table of variables says', () => {
    expect(text).toBe(environmentExample());
  });

  it('gives no secret a value', () => {
    const secrets = [
      'POSTGRES_PASSWORD',
      ...Object.values(variables)
        .filter((row) => row.isSecret)
        .map((row) => row.name),
    ];
    for (const name of secrets) expect(text).toMatch(new RegExp(`^(# )?${name}=$`, 'm'));
  });
});
