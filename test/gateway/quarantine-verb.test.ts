import { petition } from '../../src/departments/petition/index.js';
import { allgridHere } from '../support/access/allgrid-here.js';
import { person } from '../support/access/people.js';
import { type PetitionCity, petitionCity } from '../support/access/petition-city.js';
import { wholeDatabase } from '../support/access/whole-database.js';
import { inventedOffices } from '../support/intake/invented-offices.js';

const accused = person(61);

describe('allgrid quarantine', () => {
  let city: PetitionCity;
  const before = { ...process.env };
  beforeAll(async () => {
    city = await petitionCity('quarantine_verb', [
      { localId: 'P-1', purposeCode: '03' },
      { localId: 'P-2', purposeCode: '03', state: 'NOWHERE' },
      { localId: 'A-1', purposeCode: '02', title: `控告${accused.name}`, text: accused.text, who: accused, sealed: true, state: 'NOWHERE' },
    ]);
    const { databaseUrl, dataDir } = city.running.config;
    Object.assign(process.env, { DATABASE_URL: databaseUrl!, DATA_DIR: dataDir, LOG_LEVEL: 'silent', LC_ALL: 'zh_CN.UTF-8' });
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await city?.stop();
  });

  const allgrid = (...words: readonly string[]) => allgridHere(words, [...inventedOffices, petition]);

  test('lists the open rows of all offices, and says by its exit code that there are some', async () => {
    const { exitCode, out } = await allgrid('quarantine');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/信访 \(petition\) {2}petition-matters\.csv {2}1 行\n +行 +列 +收到 +规则/);
    expect(out).toContain('共 1 行未消除');
  });

  test('lists nothing of an office whose rows are all right, with exit code 0', async () => {
    const { exitCode, out } = await allgrid('quarantine', '--office', 'orchard', '--json');
    expect([exitCode, out]).toEqual([0, '']);
  });

  test('lists what an office keeps at home for that office alone, and the audit log tells that it was asked for and nothing else', async () => {
    const home = await allgrid('quarantine', '--office', 'petition', '--at-home', '--json');
    expect(home.exitCode).toBe(1);
    expect(
      home.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([
      expect.objectContaining({ department: 'PETITION', file: 'petition-matters.csv', rowNumber: 4, value: null, clearedAt: null }),
    ]);
    const lines = await city.running.databases.index.sql.query(
      `select subject, act, office, what, outcome from audit_entry where act = 'readHomeQuarantine'`,
    );
    expect(lines).toEqual([{ subject: 'operator', act: 'readHomeQuarantine', office: 'PETITION', what: {}, outcome: 'DONE' }]);
    const index = await wholeDatabase(city.running.databases.index.sql);
    expect([...index.values()].join('\n')).not.toContain(accused.name);
    expect((await allgrid('quarantine', '--at-home')).exitCode).toBe(2);
  });
});
