import { CityError } from '../../kernel/city-error.js';

/** The refusal, `NOT_FOUND`, of a deliberation that is not there or that the caller does not see. */
export function unknownDeliberation(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'id: expected the id of a deliberation that the caller sees.',
    messageZh: 'id：没有这项议事，或无权查看。',
    hint: 'The query deliberations lists them.',
  });
}

/** The refusal, `FORBIDDEN`, to propose for a grid that is not the caller's. */
export function notOnesGrid(grid: string): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `grid: expected a grid of the caller's own, got ${grid}.`,
    messageZh: `grid：只能就本人负责的网格提事，收到 ${grid}。`,
    hint: 'whoAmI tells the grids of the caller.',
  });
}

/** The refusal, `FORBIDDEN`, to take back what another account proposed. */
export function notOnesProposal(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'withdrawProposal: expected the account that made the proposal.',
    messageZh: 'withdrawProposal：只有提事的账号可以撤回。',
    hint: 'The community may deliberate and not adopt it.',
  });
}

/** The refusal, `FORBIDDEN`, to decide for an organisation that the caller does not act for. */
export function notOnesBody(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'organisation: expected the organisation that the caller acts for.',
    messageZh: 'organisation：只能以本人所属组织的名义决定。',
    hint: 'whoAmI tells the organisation of the caller.',
  });
}
