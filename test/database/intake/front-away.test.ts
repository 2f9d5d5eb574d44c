import { frontContent } from '../../../src/composing/city-contents.js';
import { frontScript } from '../../../src/database/front-script.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { OwnServer } from '../../support/database/own-server.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

let server: OwnServer;
let city: ServedCity;

beforeAll(async () => {
  server = await OwnServer.start();
  const { migrations, grants = [] } = frontContent(lighthouse);
  const accounts = { schema: 'allgrid', role: 'platform', systemRole: 'lighthouse_system' };
  await server.asAdministrator('front', await frontScript({ ...lighthouse, ...accounts, migrations, grants, from: null }));
  await server.asAdministrator('front', `alter role platform password 'least'`);
  const address = server.url('front', { role: 'platform', password: 'least' });
  await server.stop();
  city = await ServedCity.start(drawnCity, undefined, { LIGHTHOUSE_DATABASE_URL: address });
}, 60_000);

afterAll(async () => {
  await city.stop();
  await server.remove();
});

const front = () => city.platform.running.databases.fronts.get('lighthouse')!;

async function stateOf(department: string): Promise<string> {
  const { departments } = await city.client.data<{ departments: readonly { department: string; state: string }[] }>(
    '{ departments { department state } }',
  );
  return departments.find((one) => one.department === department)!.state;
}

async function readiness(): Promise<{ ready: boolean; figures: Readonly<Record<string, unknown>> }> {
  const answer = await fetch(`${city.platform.url}/readyz`);
  return (await answer.json()) as { ready: boolean; figures: Readonly<Record<string, unknown>> };
}

async function nameOfBeam(id: string): Promise<string | null> {
  const [row] = await city.platform.running.databases.index.sql.query<{ name: string }>(
    `select name from unit_version join unit on unit.id = unit_version.unit_id where local_id = $1 and unit_version.recorded_to is null`,
    [id],
  );
  return row?.name ?? null;
}

describe('an office whose own server, where the platform has the least privilege, is away when the platform starts', () => {
  it('keeps nobody from being served, and is told to be down', async () => {
    expect(await stateOf('LIGHTHOUSE')).toBe('DOWN');
    await eventually('the other office is live', async () => (await stateOf('ORCHARD')) === 'LIVE');
    expect(await readiness()).toMatchObject({
      ready: true,
      figures: {
        'front-lighthouse': expect.stringMatching(/^AWAY since /),
        'events-waiting-seconds': expect.any(Number),
        sequencer: 'leads',
      },
    });
  });

  it('refuses what is asked of its front database at once', async () => {
    await expect(front().sql.query('select 1')).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { reason: 'AWAY' } });
    await expect(front().transaction((sql) => sql.query('select 1'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is imported into and followed when its server comes, without a restart', async () => {
    await server.startAgain();
    await front().opened;
    await eventually('the office is live', async () => (await stateOf('LIGHTHOUSE')) === 'LIVE');
    expect((await readiness()).figures).not.toHaveProperty('front-lighthouse');
    await city.tell({ ...drawnCity, beams: drawnCity.beams.map((beam) => (beam.id === '0001' ? { ...beam, name: '新东灯' } : beam)) });
    expect(await nameOfBeam('0001')).toBe('新东灯');
  });

  it('is followed again after its server was stopped and started', async () => {
    await server.stop();
    await eventually('the office is down', async () => (await stateOf('LIGHTHOUSE')) === 'DOWN');
    await server.startAgain();
    await eventually('the office is live again', async () => (await stateOf('LIGHTHOUSE')) === 'LIVE');
    await city.tell({ ...drawnCity, beams: drawnCity.beams.map((beam) => (beam.id === '0002' ? { ...beam, name: '新西灯' } : beam)) });
    expect(await nameOfBeam('0002')).toBe('新西灯');
  });
});
