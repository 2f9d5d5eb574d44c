import { petition } from '../../../src/departments/petition/index.js';
import { person } from '../../support/access/people.js';
import { type PetitionRow, writePetitions } from '../../support/access/petition-city.js';
import { uuidIn } from '../../support/loop/log-of.js';
import { LoopCity, type MatterShown, organisations, type Person } from '../../support/loop/loop-city.js';

const { lighthouse } = organisations;
const who = person(7);
const rows: readonly PetitionRow[] = [
  { localId: 'P-1', purposeCode: '03', sealed: true, who, text: who.text },
  ...['P-2', 'P-3', 'P-4', 'P-5', 'P-7'].map((localId) => ({ localId, purposeCode: '03', sealed: true }) as const),
  { localId: 'P-6', purposeCode: '03' },
  { localId: 'A-1', purposeCode: '02', sealed: true },
];

let city: LoopCity;

beforeAll(async () => {
  city = await LoopCity.open(new Date('2026-03-10T02:00:00Z'), {
    offices: [petition],
    shaped: (pack) => writePetitions(pack, rows),
  });
}, 120_000);
afterAll(() => city?.close());

async function seen(by: Person, localId: string): Promise<MatterShown | null> {
  const { matter } = await city.ask<{ matter: MatterShown | null }>(
    by,
    `query ($localId: SourceId!) { matter(department: PETITION, localId: $localId) {
       id version state officeState dueAt assignments { role until organisation { code } } history { version step toState reason } } }`,
    { localId },
  );
  return matter;
}

const petitionOf = async (localId: string): Promise<MatterShown> => (await seen('petitionOffice', localId))!;

/** Takes the steps of the petition office by their names, one after the other. */
async function taken(from: MatterShown, ...steps: readonly (readonly [by: Person, step: string, input?: object])[]): Promise<MatterShown> {
  let matter = from;
  for (const [by, step, input = {}] of steps) matter = await city.done(by, 'takeOfficeStep', matter, { step, ...input });
  return matter;
}

const registered = [
  ['petitionOffice', 'registerPetition'],
  ['petitionOffice', 'classifyPetition'],
] as const;

const referred = async (localId: string): Promise<MatterShown> =>
  taken(await petitionOf(localId), ...registered, ['petitionOffice', 'referPetition', { organisations: [lighthouse] }]);

describe('grid staff', () => {
  test.each(['gridWorker', 'communityStaff'] as const)('as %s see no sealed petition, and none of them in any count', async (by) => {
    expect(await seen(by, 'P-1')).toBeNull();
    expect(await seen(by, 'P-6')).not.toBeNull();
    const figures = await city.ask<Record<string, unknown>>(
      by,
      `{ matters(where: { department: [PETITION] }) { totalCount nodes { localId } }
         grid: matters(where: { open: true, department: [PETITION] }) { totalCount }
         departments { department counts { matters } } }`,
    );
    expect(figures).toMatchObject({ matters: { totalCount: 1, nodes: [{ localId: 'P-6' }] }, grid: { totalCount: 1 } });
    expect(figures['departments']).toContainEqual({ department: 'PETITION', counts: { matters: 1 } });
  });

  test('take no step on a sealed petition, which is for them like one that is not there', async () => {
    const sealed = await petitionOf('P-1');
    await expect(city.step('communityStaff', 'takeOfficeStep', sealed, { step: 'classifyPetition' })).resolves.toMatchObject({
      __typename: 'NotFound',
    });
  });
});

describe('a petition', () => {
  test('is not dispatched by the township level: it is told which steps there are', async () => {
    await expect(city.step('dispatcher', 'dispatchMatter', await petitionOf('P-1'), { organisation: lighthouse })).resolves.toMatchObject({
      __typename: 'IllegalTransition',
      allowed: expect.arrayContaining(['registerPetition']),
    });
    await expect(city.step('dispatcher', 'takeOfficeStep', await petitionOf('P-1'), { step: 'registerPetition' })).resolves.toMatchObject({
      __typename: 'Forbidden',
    });
  });

  test('goes through the hands of its office, each limit counted as the regulation has it', async () => {
    const atTheUnit = await referred('P-2');
    expect(atTheUnit).toMatchObject({ state: 'DISPATCHED', officeState: '转送交办', dueAt: new Date('2026-03-25T16:00:00.000Z') });
    const accepted = await city.done('lighthouse', 'acceptMatter', atTheUnit);
    const handled = await taken(accepted, ['lighthouse', 'handleByPetitionProcedure']);
    // 60 days end on Saturday, 9 May, which is a make-up working day.
    expect(handled).toMatchObject({ state: 'HANDLING', officeState: '办理中', dueAt: new Date('2026-05-09T16:00:00.000Z') });
    const longer = await taken(
      handled,
      ['lighthouse', 'requestHandlingExtension', { reason: '鉴定未完成' }],
      ['lighthouseHead', 'grantHandlingExtension'],
    );
    expect(longer).toMatchObject({ officeState: '延期办理', dueAt: new Date('2026-06-08T16:00:00.000Z') });
    await expect(
      city.step('lighthouse', 'takeOfficeStep', longer, { step: 'requestHandlingExtension', reason: '再延' }),
    ).resolves.toMatchObject({ __typename: 'IllegalTransition' });
    const ended = await taken(
      longer,
      ['lighthouse', 'answerPetition', { result: '已书面答复' }],
      ['petitionOffice', 'askForEvaluation'],
      ['petitionOffice', 'closePetition'],
    );
    expect(ended).toMatchObject({ state: 'CLOSED', officeState: '办结' });
  });

  test('is given no more time by who asked for it, nor where that is refused', async () => {
    const accepted = await city.done('lighthouse', 'acceptMatter', await referred('P-7'));
    const asked = await taken(
      accepted,
      ['lighthouse', 'handleByPetitionProcedure'],
      ['lighthouse', 'requestHandlingExtension', { reason: '鉴定未完成' }],
    );
    expect(asked).toMatchObject({ state: 'HANDLING', officeState: '延期待批', dueAt: new Date('2026-05-09T16:00:00.000Z') });
    await expect(city.step('lighthouse', 'takeOfficeStep', asked, { step: 'grantHandlingExtension' })).resolves.toMatchObject({
      __typename: 'Forbidden',
    });
    const refused = await taken(asked, ['lighthouseHead', 'refuseHandlingExtension', { reason: '理由不充分' }]);
    expect(refused).toMatchObject({ state: 'HANDLING', officeState: '办理中', dueAt: asked.dueAt });
  });

  test('is objected to within five working days, and returned when its office consents', async () => {
    const objected = await city.done('lighthouse', 'objectToDispatch', await referred('P-3'), { reason: '不属于本单位职责' });
    expect(objected).toMatchObject({ state: 'OBJECTED', officeState: '管辖异议' });
    const back = await taken(objected, ['petitionOffice', 'consentToReturn']);
    expect(back).toMatchObject({ state: 'UNDER_REVIEW', officeState: '待转送' });
  });

  test('is no longer objected to after five working days', async () => {
    const late = await referred('P-4');
    city.city.now = new Date('2026-03-18T02:00:00Z');
    await expect(city.step('lighthouse', 'objectToDispatch', late, { reason: '不属于本单位职责' })).resolves.toMatchObject({
      __typename: 'Forbidden',
      message: expect.stringContaining('2026-03-17T16:00:00.000Z'),
    });
    city.city.now = new Date('2026-03-10T02:00:00Z');
  });

  test('shows what its office told and its procedure forbids', async () => {
    const told = { state: 'SETTLED', officeState: '当场办结', at: '2026-03-01T02:00:00.000Z', why: 'NOT_IN_PROCEDURE' };
    await city.city.platform.databases.index.sql.query(`update matter set reported_transition = $1 where local_id = 'P-6'`, [
      JSON.stringify(told),
    ]);
    const { matter } = await city.ask<{ matter: unknown }>(
      'dispatcher',
      '{ matter(department: PETITION, localId: "P-6") { reportedTransition { state officeState at why } } }',
    );
    expect(matter).toEqual({ reportedTransition: { ...told, at: new Date(told.at) } });
  });

  test('tells the organisation that handles it nothing of what is sealed, and other organisations nothing at all', async () => {
    const matter = await referred('P-5');
    const { seenByIt } = await city.ask<{ seenByIt: unknown }>(
      'lighthouse',
      `query ($id: ID!) { seenByIt: node(id: $id) { ... on PetitionMatter { title sealed sealedIdentity { name contact address } petitionForm history { reason } } } }`,
      { id: matter.id },
    );
    expect(JSON.stringify(seenByIt)).not.toContain(who.name);
    expect(seenByIt).toMatchObject({ sealed: true });
    await expect(city.step('orchard', 'acceptMatter', matter)).resolves.toMatchObject({ __typename: 'NotFound' });
  });

  test('that is an accusation is in nobody’s hands here', async () => {
    await expect(city.count('matter', `local_id = 'A-1'`)).resolves.toBe(0);
  });

  test('takes no step of the common loop by the mutation of offices’ steps', async () => {
    await expect(city.step('petitionOffice', 'takeOfficeStep', await petitionOf('P-1'), { step: 'acceptMatter' })).resolves.toMatchObject({
      __typename: 'BadInput',
      message: expect.stringContaining('acceptMatter'),
    });
  });
});

describe('a matter that people linked with a petition', () => {
  const linked = async (localId: string): Promise<MatterShown> => {
    const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
    await city.city.platform.databases.index.sql.query(
      `insert into matter_link (from_id, to_id, kind, state, made_by, made_at, decided_by, decided_at)
       select $1, id, 'RELATED', 'CONFIRMED', '/dispatcher', $3, '/dispatcher', $3 from matter where department = 'PETITION' and local_id = $2`,
      [uuidIn(reviewed.id), localId, city.city.now],
    );
    return reviewed;
  };
  const dispatched = (matter: MatterShown) => city.step('dispatcher', 'dispatchMatter', matter, { organisation: lighthouse });

  test('is explained, not dispatched, while that one is open', async () => {
    const matter = await linked('P-6');
    const refused = { __typename: 'IllegalTransition', allowed: ['explainMatter'] };
    await expect(dispatched(matter)).resolves.toMatchObject(refused);
    const called = { organisations: [lighthouse, organisations.orchard] };
    await expect(city.step('dispatcher', 'blowWhistle', matter, called)).resolves.toMatchObject(refused);
    await expect(city.done('dispatcher', 'explainMatter', matter, { reason: '已进入信访程序' })).resolves.toMatchObject({
      state: 'OTHER_PROCEDURE',
    });
  });

  test('is dispatched by whoever may not know of a sealed one, as if there were none', async () => {
    await expect(dispatched(await linked('P-1'))).resolves.toMatchObject({ __typename: 'MatterChanged' });
  });
});

test('a petition is not closed while a supervision of it waits for its answer', async () => {
  const supervised = await city.done('supervisor', 'superviseMatter', await petitionOf('P-6'), { reason: '久拖未决', until: '2026-03-20' });
  await city.city.platform.databases.index.sql.query(`update matter set state = 'FEEDBACK', office_state = '答复' where id = $1`, [
    uuidIn(supervised.id),
  ]);
  await expect(city.step('petitionOffice', 'takeOfficeStep', supervised, { step: 'closePetition' })).resolves.toMatchObject({
    __typename: 'IllegalTransition',
    allowed: ['answerSupervision'],
  });
  const answer = { result: '已约谈承办单位', supervision: supervised.version };
  const answered = await city.done('dispatcher', 'answerSupervision', supervised, answer);
  await expect(city.done('petitionOffice', 'takeOfficeStep', answered, { step: 'closePetition' })).resolves.toMatchObject({
    state: 'CLOSED',
  });
});
