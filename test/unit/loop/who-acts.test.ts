import { type Actor, actors } from '../../../src/features/loop/procedure/procedure.js';
import { checkActor } from '../../../src/features/loop/steps/who-acts.js';
import type { PastStep } from '../../../src/features/matters/index.js';
import type { Principal } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { aScope } from '../../support/access/a-scope.js';
import { aMatter, smallModel } from '../../support/loop/walked-matter.js';

const matter = aMatter({
  department: 'HARBOUR',
  leadUuid: 'lead',
  handlers: [
    { organisationUuid: 'lead', role: 'LEAD' },
    { organisationUuid: 'support', role: 'SUPPORT' },
  ],
});
const step = (name: string, madeBy: string): PastStep => ({
  ...{
    version: 1,
    step: name,
    toState: 'REPORTED',
    officeState: null,
    organisationUuid: null,
    madeBy,
    carried: null,
    occurredAt: new Date(0),
  },
});

/** The actors that somebody is in the matter. */
async function actorsOf(changed: Partial<Principal>, organisationUuid: string | null = null): Promise<readonly Actor[]> {
  const principal = aPrincipal(['990101001'], { role: 'ANALYST', ...changed });
  const acting = { principal, requestId: 'r', scope: aScope(), model: smallModel };
  const past = () => Promise.resolve([step('reportMatter', '/reporter'), step('fileCase', '/filer')]);
  const found: Actor[] = [];
  for (const actor of actors) {
    const transition = { step: 'anything', from: [], to: 'SAME', by: [actor], carries: [], clocks: [] };
    await checkActor({ matter, transition, acting, past, organisationUuid }).then(
      () => found.push(actor),
      (refusal: { readonly code: string }) => expect(refusal.code).toBe('FORBIDDEN'),
    );
  }
  return found;
}

test.each<readonly [string, Partial<Principal>, string | null, readonly Actor[]]>([
  ['a stranger', {}, null, []],
  ['grid staff', { role: 'GRID_WORKER' }, null, ['GRID_STAFF']],
  ['staff of the community', { role: 'COMMUNITY_STAFF' }, null, ['GRID_STAFF']],
  ['a dispatcher of the township', { role: 'TOWNSHIP_DISPATCHER' }, null, ['TOWNSHIP']],
  ['a centre of the county', { role: 'GOVERNANCE_CENTRE', divisions: ['990101'] }, null, ['TOWNSHIP', 'COUNTY']],
  ['a grid office of the city', { role: 'GRID_OFFICE', divisions: ['990100'] }, null, ['TOWNSHIP', 'COUNTY']],
  ['the hotline of the city', { role: 'HOTLINE', divisions: ['990100'] }, null, ['TOWNSHIP']],
  ['who leads', { role: 'COMMUNITY_STAFF' }, 'lead', ['GRID_STAFF', 'LEAD', 'TEAM']],
  ['who takes part', {}, 'support', ['TEAM']],
  ['who keeps it', {}, 'keeper', ['KEEPER']],
  ['who reported it', { subject: 'reporter' }, null, ['REPORTER']],
  ['the office of its register', { department: 'HARBOUR' }, null, ['OFFICE']],
  ['who filed it', { subject: 'filer' }, null, ['FILER']],
  ['who supervises', { role: 'SUPERVISOR' }, null, ['SUPERVISOR']],
  ['a machine as grid staff', { kind: 'MACHINE', role: 'GRID_WORKER' }, null, []],
  ['a machine that filed it', { kind: 'MACHINE', subject: 'filer' }, null, []],
  ['a machine that supervises', { kind: 'MACHINE', role: 'SUPERVISOR' }, null, []],
  ['the hotline’s own machine', { kind: 'MACHINE', role: 'HOTLINE' }, null, ['TOWNSHIP']],
  ['an office’s machine that might dispatch', { kind: 'MACHINE', role: 'TOWNSHIP_DISPATCHER', department: 'HARBOUR' }, null, ['OFFICE']],
  [
    'an office’s machine for who leads',
    { kind: 'MACHINE', role: 'DEPARTMENT_SYSTEM', department: 'LIGHTHOUSE' },
    'lead',
    ['LEAD', 'TEAM', 'SYSTEM'],
  ],
  ['a machine of its office', { kind: 'MACHINE', role: 'DEPARTMENT_SYSTEM', department: 'HARBOUR' }, null, ['OFFICE', 'SYSTEM']],
])('%s acts as nobody else', async (_who, changed, organisation, expected) => {
  await expect(actorsOf(changed, organisation)).resolves.toEqual(expected);
});

test.each<readonly [string, Partial<Principal>, string | null]>([
  ['a machine of the office itself', { kind: 'MACHINE', role: 'DEPARTMENT_SYSTEM' }, 'FORBIDDEN'],
  ['a person of the office', { role: 'DEPARTMENT_HANDLER' }, null],
])('a judgement of the office is not for machines: %s', async (_who, changed, expected) => {
  const principal = aPrincipal(['990101001'], { department: 'HARBOUR', ...changed });
  const acting = { principal, requestId: 'r', scope: aScope(), model: smallModel };
  const transition = { step: 'closePetition', from: [], to: 'SAME', by: ['OFFICE'], carries: [], clocks: [], judges: true } as const;
  const refused = await checkActor({ matter, transition, acting, past: () => Promise.resolve([]), organisationUuid: null }).then(
    () => null,
    ({ code }: { readonly code: string }) => code,
  );
  expect(refused).toBe(expected);
});

test.each([
  ['the account that did the work', { subject: 'worker' }, null, 'FORBIDDEN'],
  ['another account of its organisation', { subject: 'colleague' }, 'lead', 'FORBIDDEN'],
  ['somebody of another organisation', { subject: 'inspector' }, 'centre', null],
  ['somebody of none', { subject: 'inspector' }, null, null],
])('a step that stays apart from the work is not for %s', async (_who, changed, organisationUuid, expected) => {
  const principal = aPrincipal(['990101001'], { role: 'DEPARTMENT_HANDLER', department: 'HARBOUR', ...changed });
  const transition = { step: 'check', from: [], to: 'SAME', by: ['OFFICE'], carries: [], clocks: [], apartFrom: ['submitResult'] } as const;
  const past = () => Promise.resolve([{ ...step('submitResult', 'HARBOUR/worker'), organisationUuid: 'lead' }]);
  const acting = { principal, requestId: 'r', scope: aScope(), model: smallModel };
  const refused = await checkActor({ matter, transition, acting, past, organisationUuid }).then(
    () => null,
    ({ code }: { readonly code: string }) => code,
  );
  expect(refused).toBe(expected);
});
