import { databaseUrls, urlOf } from '../../../src/database/database-urls.js';

const offices = ['petition', 'urban-management'];
const unset = { databaseUrl: null, officeDatabaseUrls: new Map<string, string>() };

describe('where databases live', () => {
  it('is the embedded server when nothing is set', () => {
    expect(databaseUrls(unset, offices)).toEqual({
      index: { database: 'city_index', url: null, isOwn: false },
      fronts: new Map([
        ['petition', { database: 'front_petition', url: null, isOwn: false }],
        ['urban-management', { database: 'front_urban_management', url: null, isOwn: false }],
      ]),
      needsEmbeddedServer: true,
      unclaimed: [],
    });
  });

  it('is beside the city index when DATABASE_URL names it, account and options kept', () => {
    const addresses = databaseUrls({ ...unset, databaseUrl: 'postgres://u:p%40x@db:5433/city?sslmode=require' }, offices);
    expect(addresses.index.database).toBe('city');
    expect(addresses.fronts.get('urban-management')).toEqual({
      database: 'city_urban_management',
      url: 'postgres://u:p%40x@db:5433/city_urban_management?sslmode=require',
      isOwn: false,
    });
    expect(addresses.needsEmbeddedServer).toBe(false);
  });

  it("is the office's own server for an office that has one", () => {
    const own = 'postgres://u:p@petition.local/letters';
    const addresses = databaseUrls({ ...unset, officeDatabaseUrls: new Map([['petition', own]]) }, offices);
    expect(addresses.fronts.get('petition')).toEqual({ database: 'letters', url: own, isOwn: true });
    expect(addresses.fronts.get('urban-management')).toEqual({ database: 'front_urban_management', url: null, isOwn: false });
    expect(addresses.needsEmbeddedServer).toBe(true);
  });

  it('tells which variables no office claims', () => {
    const officeDatabaseUrls = new Map([['petiton', 'postgres://u:p@h/d']]);
    expect(databaseUrls({ ...unset, officeDatabaseUrls }, offices).unclaimed).toEqual(['petiton']);
  });

  it('refuses a name that PostgreSQL would cut', () => {
    expect(() => databaseUrls({ ...unset, databaseUrl: `postgres://u:p@h/${'c'.repeat(60)}` }, offices)).toThrow('at most 63 bytes');
  });

  it('asks the embedded server for the rest', () => {
    const server = { url: (name: string) => `embedded/${name}` };
    expect(urlOf({ database: 'city_index', url: null }, server)).toBe('embedded/city_index');
    expect(urlOf({ database: 'city', url: 'postgres://h/city' }, null)).toBe('postgres://h/city');
    expect(() => urlOf({ database: 'city_index', url: null }, null)).toThrow(TypeError);
  });
});
