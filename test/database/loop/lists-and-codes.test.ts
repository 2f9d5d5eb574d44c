import { insertEdition } from '../../../src/features/catalogue/storage/lists/insert-edition.js';
import { limitsIn } from '../../support/loop/limits-in.js';
import { LoopCity, type MatterShown, organisations, type Person } from '../../support/loop/loop-city.js';

let city: LoopCity;

beforeAll(async () => {
  city = await LoopCity.open();
  await limitsIn(city, [{ clock: 'REVIEW', amount: 1, unit: 'WORKING_DAYS', document: '示例〔2026〕1号' }]);
}, 120_000);
afterAll(() => city?.close());

const { lighthouse, orchard, township } = organisations;
const bulb = { standard: 'light-2020', kind: 'MATTER', code: '0101' };
const tree = { standard: 'orchard-2024', kind: 'MATTER', code: '7' };
const now = new Date('2026-03-10T02:00:00Z');

const reviewed = async (input: object = {}): Promise<MatterShown> =>
  city.done('dispatcher', 'reviewMatter', await city.report('gridWorker', input));

/** A matter of a resident whose result waits to be verified. */
async function result(): Promise<MatterShown> {
  const dispatched = await city.done('dispatcher', 'dispatchMatter', await reviewed({ source: 'RESIDENT' }), { organisation: lighthouse });
  const accepted = await city.done('lighthouse', 'acceptMatter', dispatched);
  return city.done('lighthouse', 'submitFeedback', accepted, { result: '已更换', final: true });
}

interface Issued {
  readonly __typename: string;
  readonly confirmationCode?: string | null;
  readonly idempotentReplay?: boolean;
}

async function issue(who: Person, { id, version }: MatterShown, idempotencyKey = `issue-${id}-${version}`): Promise<Issued> {
  const { issueConfirmationCode } = await city.ask<{ issueConfirmationCode: Issued }>(
    who,
    `mutation Issue($input: PlainStepInput!) { issueConfirmationCode(input: $input) {
       __typename ... on ConfirmationCodeIssued { confirmationCode idempotentReplay } ... on Refusal { code } } }`,
    { input: { idempotencyKey, matter: id, expectedVersion: version } },
  );
  return issueConfirmationCode;
}

test('a resident’s code is told once and confirms the result once; nothing that is kept holds it', async () => {
  const told = await result();
  const { confirmationCode: code } = await issue('lighthouse', told);
  await expect(issue('lighthouse', told)).resolves.toMatchObject({ confirmationCode: null, idempotentReplay: true });
  await expect(city.step('lighthouse', 'confirmByCode', told, { code })).resolves.toMatchObject({ __typename: 'Forbidden' });
  await expect(city.done('gridWorker', 'confirmByCode', told, { code })).resolves.toMatchObject({ state: 'VERIFIED' });
  for (const table of ['matter_transition', 'event_inbox', 'audit_entry', 'confirmation_code', 'idempotency_key'])
    await expect(city.count(`${table} as kept`, `kept::text like '%' || $1 || '%'`, [code])).resolves.toBe(0);
});

test('a wrong code counts though it is refused, five of them lock the result, and a fresh code does not open it', async () => {
  const told = await result();
  await issue('dispatcher', told);
  for (const left of [4, 3, 2, 1, 0])
    await expect(city.step('gridWorker', 'confirmByCode', told, { code: 'WRONGONE' })).resolves.toMatchObject({
      __typename: 'BadInput',
      message: expect.stringContaining(`tries left: ${left}`),
    });
  const { confirmationCode: code } = await issue('dispatcher', told, 'a-fresh-code');
  await expect(city.step('gridWorker', 'confirmByCode', told, { code })).resolves.toMatchObject({ __typename: 'Forbidden' });
  await expect(city.done('gridWorker', 'verifyMatter', told, { passed: true })).resolves.toMatchObject({ state: 'VERIFIED' });
});

test('who handled the matter cannot lock the resident’s code by trying wrong ones', async () => {
  const told = await result();
  const { confirmationCode: code } = await issue('dispatcher', told);
  for (let nth = 0; nth < 7; nth++) {
    const answer = await city.step('lighthouse', 'confirmByCode', told, { code: 'WRONGONE' });
    expect(answer).toMatchObject({ __typename: 'Forbidden' });
  }
  await expect(city.done('gridWorker', 'confirmByCode', told, { code })).resolves.toMatchObject({ state: 'VERIFIED' });
});

test('a code expires, and is issued for results that somebody can confirm alone', async () => {
  const told = await result();
  const { confirmationCode: code } = await issue('dispatcher', told);
  city.city.now = new Date('2026-03-14T02:00:00Z');
  await expect(city.step('gridWorker', 'confirmByCode', told, { code })).resolves.toMatchObject({ __typename: 'BadInput' });
  city.city.now = now;
  await expect(issue('dispatcher', await reviewed({ source: 'RESIDENT' }))).resolves.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
});

test('a matter tells what may come next, by which clocks, and who is proposed to dispatchers alone', async () => {
  const given = await reviewed();
  const shown = async (who: Person): Promise<Looked> => {
    const { node } = await city.ask<{ node: Looked }>(
      who,
      `query Look($id: ID!) { node(id: $id) { ... on Matter {
         nextSteps { name mutation mayTake } clocks { kind round light limitAmount limitSource exempt } team { task }
         dispatchProposal { organisations { role } } history { carried { admissionEdition } } } } }`,
      { id: given.id },
    );
    return node;
  };
  const [dispatcher, worker] = [await shown('dispatcher'), await shown('gridWorker')];
  const mayTake = ({ nextSteps }: Looked): readonly string[] => nextSteps.filter((step) => step.mayTake).map(({ name }) => name);
  expect(mayTake(dispatcher)).toEqual(
    expect.arrayContaining(['dispatchMatter', 'blowWhistle', 'returnForFacts', 'refuseMatter', 'explainMatter']),
  );
  expect(mayTake(worker)).toContain('withdrawMatter');
  expect(mayTake(worker)).not.toContain('dispatchMatter');
  expect(dispatcher.clocks).toEqual([
    { kind: 'REVIEW', round: 1, light: 'GREEN', limitAmount: 1, limitSource: '示例〔2026〕1号', exempt: false },
  ]);
  expect(dispatcher.dispatchProposal?.organisations[0]).toEqual({ role: 'LEAD' });
  expect(worker.dispatchProposal).toBeNull();
});

interface Looked {
  readonly nextSteps: readonly { readonly name: string; readonly mutation: string | null; readonly mayTake: boolean }[];
  readonly clocks: readonly object[];
  readonly dispatchProposal: { readonly organisations: readonly object[] } | null;
}

test('the procedures are told as data', async () => {
  const { procedures } = await city.ask<{ procedures: readonly { key: string; steps: readonly { name: string; to: string | null }[] }[] }>(
    'gridWorker',
    '{ procedures { key nameZh source initial states { name common isFinal } steps { name mutation from to by carries } limits { clock } } }',
  );
  expect(procedures[0]).toMatchObject({
    key: 'common',
    steps: expect.arrayContaining([expect.objectContaining({ name: 'closeMatter', to: 'CLOSED' })]),
  });
});

test('A80: a limit that comes to a year without a working calendar is refused by name, and the matter stays as it was', async () => {
  await limitsIn(city, [
    { clock: 'ACCEPTANCE', amount: 9_000, unit: 'WORKING_DAYS', categoryCode: '7', standard: tree.standard, kind: tree.kind },
  ]);
  const before = await reviewed({ category: tree });
  await expect(city.step('dispatcher', 'dispatchMatter', before, { organisation: orchard })).resolves.toMatchObject({
    code: 'DATE_INVALID',
  });
  await expect(city.done('dispatcher', 'returnForFacts', before, { reason: '缺位置' })).resolves.toMatchObject({
    version: before.version + 1,
  });
});

describe('once the city has published its lists', () => {
  beforeAll(async () => {
    const { sql } = city.city.platform.databases.index;
    const line = {
      divisionCode: null,
      organisationUuid: null,
      task: '巡查',
      document: null,
      validFrom: '2026-01-01',
      applicationUuid: null,
    };
    const published = {
      effectiveFrom: '2026-02-01',
      document: '示例',
      origin: 'PACK',
      by: null,
      recordedAt: new Date('2026-02-01T00:00:00Z'),
    } as const;
    const lines = [
      { ...line, category: bulb, temporary: false, validTo: null },
      { ...line, category: tree, temporary: true, validTo: '2026-03-10' },
    ];
    await insertEdition(sql, { ...published, kind: 'ADMISSION', number: 4, lines });
    await insertEdition(sql, { ...published, kind: 'WHISTLE', number: 2, lines: [lines[0]!] });
    await sql.query(`update organisation set level = 'COMMUNITY' where code = $1`, [orchard]);
  });

  const editionOf = async (id: string): Promise<unknown> => {
    const { node } = await city.ask<{ node: { history: readonly { carried: unknown }[] } }>(
      'dispatcher',
      `query Kept($id: ID!) { node(id: $id) { ... on Matter { history { carried { admissionEdition whistleEdition organisations } } } } }`,
      { id },
    );
    return node.history.at(-1)!.carried;
  };

  test('what is off the admission list, or no longer on it for a while, reaches no community; the refusal names list and edition', async () => {
    const off = await reviewed({ category: tree });
    await expect(city.step('dispatcher', 'dispatchMatter', off, { organisation: orchard })).resolves.toMatchObject({
      __typename: 'BadInput',
      message: expect.stringContaining('admission list of grid matters, edition 4'),
    });
    const refused = await city.done('dispatcher', 'refuseMatter', off, { reason: '不在准入清单内' });
    await expect(editionOf(refused.id)).resolves.toMatchObject({ admissionEdition: 4 });
    const on = await city.done('dispatcher', 'dispatchMatter', await reviewed(), { organisation: orchard });
    await expect(editionOf(on.id)).resolves.toEqual({ admissionEdition: 4, whistleEdition: null, organisations: [orchard] });
  });

  test('a whistle is blown for what is on its list alone', async () => {
    const organisationsCalled = { organisations: [lighthouse, township] };
    await expect(city.step('dispatcher', 'blowWhistle', await reviewed({ category: tree }), organisationsCalled)).resolves.toMatchObject({
      __typename: 'BadInput',
      message: expect.stringContaining('whistle list, edition 2'),
    });
    const called = await city.done('dispatcher', 'blowWhistle', await reviewed(), organisationsCalled);
    await expect(editionOf(called.id)).resolves.toMatchObject({ whistleEdition: 2 });
  });
});
