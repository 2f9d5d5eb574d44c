import { orderedMigrations } from '../../../src/database/ordered-migrations.js';

const named = (name: string): { readonly name: string } => ({ name });

describe('the list of migrations', () => {
  it('is taken as it stands when the digits rise', () => {
    const list = [named('CreateUnits1795000000001'), named('AddNotice1795000000002')];
    expect(orderedMigrations(list)).toBe(list);
  });

  it.each([
    [['AddNotice1795000000002', 'CreateUnits1795000000001'], 'CreateUnits1795000000001 after AddNotice1795000000002'],
    [['CreateUnits1795000000001', 'AddNotice1795000000001'], 'AddNotice1795000000001 after CreateUnits1795000000001'],
    [['CreateUnits'], 'got CreateUnits'],
    [['createUnits1795000000001'], 'got createUnits1795000000001'],
    [['CreateUnits179500000000'], 'got CreateUnits179500000000'],
  ])('is refused when it is %j', (names, complaint) => {
    expect(() => orderedMigrations(names.map(named))).toThrow(complaint);
  });
});
