import { holds } from '../../../kernel/dates.js';
import type { LinkDecision } from '../decisions/link-decision.js';
import { percent } from '../figures.js';
import type { ComparedPair } from './compared-pair.js';
import { evidence, type LinkEvidence, type RejectionEvidence } from './evidence.js';

/** What people decided about the row of `a` and about the pair, as it is in force at the model's instants. */
export function decisionEvidence(
  { model, a, b }: ComparedPair,
  decisions: readonly LinkDecision[],
  computed: number | null,
): readonly LinkEvidence[] {
  const inForce = decisions.filter((decision) => isInForce(decision, model));
  const rejections = inForce.filter(({ kind, unit, other }) => kind === 'REJECTION' && isPair([unit?.uuid, other?.uuid], [a.uuid, b.uuid]));
  const declarations = inForce.filter(
    ({ kind, unit, layerKey }) => kind === 'DECLARATION' && unit?.uuid === a.uuid && layerKey === b.layer.key,
  );
  return [...rejections.map(rejectionStep), ...declarations.map((decision) => declarationStep(decision, b.uuid, computed))];
}

function isInForce({ recordedFrom, recordedTo, validFrom, validTo }: LinkDecision, { at, knownAt }: ComparedPair['model']): boolean {
  const isKnown = knownAt === null ? recordedTo === null : recordedFrom <= knownAt && (recordedTo === null || recordedTo > knownAt);
  return isKnown && validFrom !== null && holds({ validFrom, validTo }, at);
}

function isPair(named: readonly (string | undefined)[], ends: readonly string[]): boolean {
  return ends.every((end) => named.includes(end));
}

function decided({ uuid, documentNumber, by, recordedFrom }: LinkDecision): RejectionEvidence {
  return { id: uuid, documentNumber, role: by.role, department: by.department, recordedAt: recordedFrom };
}

function rejectionStep(decision: LinkDecision): LinkEvidence {
  const rejection = decided(decision);
  const by = `${rejection.department ?? 'city'}/${rejection.role}`;
  return evidence(
    'REJECTION',
    { zh: `${by} 依 ${rejection.documentNumber} 否定了这条关联。`, en: `${by} rejected the link under ${rejection.documentNumber}.` },
    { rejection },
  );
}

function declarationStep(decision: LinkDecision, bUuid: string, computed: number | null): LinkEvidence {
  const named = decision.weights.find(({ unit }) => unit.uuid === bUuid);
  const own = decided(decision);
  const by = `${own.department ?? 'city'}/${own.role}`;
  const declaration = { ...own, difference: named && computed !== null ? named.weight - computed : null };
  if (!named)
    return evidence(
      'DECLARATION',
      {
        zh: `${by} 依 ${own.documentNumber} 认定了 a 的整行，其中没有 b。`,
        en: `${by} declared the row of a under ${own.documentNumber}, and b is not in it.`,
      },
      { declaration },
    );
  const beside =
    computed === null ? { zh: '', en: '' } : { zh: `，计算为 ${percent(computed)}`, en: `; computed it is ${percent(computed)}` };
  return evidence(
    'DECLARATION',
    {
      zh: `${by} 依 ${own.documentNumber} 认定 a 的 ${percent(named.weight)} 在 b 内${beside.zh}。`,
      en: `${by} declared under ${own.documentNumber} that ${percent(named.weight)} of a lies in b${beside.en}.`,
    },
    { declaration, weight: named.weight, inverseWeight: named.inverseWeight, confidence: 1 },
  );
}
