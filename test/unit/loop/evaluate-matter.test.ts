import { procedure as urbanManagement } from '../../../src/departments/urban-management/procedure.js';
import { evaluateMatter } from '../../../src/features/loop/evaluation/evaluate-matter.js';
import type { Evaluation } from '../../../src/features/loop/evaluation/evaluation.js';
import type { Situation } from '../../../src/features/loop/steps/step.js';
import type { PastStep } from '../../../src/features/matters/index.js';
import type { Principal } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { aMatter } from '../../support/loop/walked-matter.js';

const matter = aMatter({
  state: 'CLOSED',
  leadUuid: 'lead',
  handlers: [
    { organisationUuid: 'lead', role: 'LEAD' },
    { organisationUuid: 'support', role: 'SUPPORT' },
  ],
});
const past = [
  { step: 'reportMatter', madeBy: '/reporter', organisationUuid: null },
  { step: 'dispatchMatter', madeBy: '/dispatcher', organisationUuid: 'township' },
] as unknown as readonly PastStep[];
const resident = { side: 'RESIDENT', organisation: null, responded: true, solved: true, satisfied: true, score: null } as const;

interface Evaluating {
  readonly who: Partial<Principal>;
  readonly organisationUuid?: string;
  readonly scores?: object;
}

/** What is written when somebody evaluates, or the code of the refusal. */
async function evaluated({ who, organisationUuid, scores = resident }: Evaluating): Promise<Evaluation | string> {
  const written: Evaluation[] = [];
  const effect = evaluateMatter({
    evaluations: { insert: (_, evaluation) => Promise.resolve(written.push(evaluation) > 0) },
    findOrganisation: (_, code) => Promise.resolve(code),
  });
  const acting = { principal: aPrincipal(['990101001'], who) };
  const situation = {
    matter,
    past: () => Promise.resolve(past),
    acting,
    organisationUuid: organisationUuid ?? null,
    carried: { scores },
    at: new Date(0),
  };
  return effect(situation as unknown as Situation).then(
    () => written[0]!,
    ({ code }: { readonly code: string }) => code,
  );
}

const onlyReports = { kind: 'KEY', id: 'k', expiresAt: null, acts: ['REPORT'] } as const;

test('whoever calls back speaks for the resident, a key that may only report does not', async () => {
  await expect(evaluated({ who: { role: 'GRID_WORKER' } })).resolves.toMatchObject({ side: 'RESIDENT', ofOrganisationUuid: 'lead' });
  await expect(evaluated({ who: { role: 'GRID_WORKER', credential: onlyReports } })).resolves.toBe('FORBIDDEN');
  await expect(evaluated({ who: { role: 'GRID_WORKER', kind: 'MACHINE' } })).resolves.toBe('FORBIDDEN');
  await expect(evaluated({ who: { role: 'GRID_WORKER', credential: onlyReports, subject: 'reporter' } })).resolves.toMatchObject({
    side: 'RESIDENT',
  });
});

test('both sides of a whistle rate and are rated: whoever supports judges the township, and is judged by it', async () => {
  expect(urbanManagement.transitions.find(({ step }) => step === 'evaluateMatter')!.by).toContain('TEAM');
  const score = (side: 'DEPARTMENT' | 'TOWNSHIP', organisation: string | null) => ({
    ...{ side, organisation, responded: null, solved: null, satisfied: null, score: 90 },
  });
  const supporter = { who: { role: 'DEPARTMENT_HANDLER' as const }, organisationUuid: 'support', scores: score('DEPARTMENT', null) };
  await expect(evaluated(supporter)).resolves.toMatchObject({ byOrganisationUuid: 'support', ofOrganisationUuid: 'township' });
  const township = { who: { role: 'TOWNSHIP_DISPATCHER' as const }, organisationUuid: 'township', scores: score('TOWNSHIP', 'support') };
  await expect(evaluated(township)).resolves.toMatchObject({ byOrganisationUuid: 'township', ofOrganisationUuid: 'support' });
});
