import { firstOperation } from '../../../src/web/graphiql/first-operation.js';
import { starterTabs } from '../../../src/web/graphiql/starter-tabs.js';

const browserKeeps = (tabs: string | null) => ({ getItem: (key: string) => (key === 'graphiql:tabState' ? tabs : null) });

describe('what GraphiQL shows first', () => {
  it('is the first starter tab with its variables at the first visit', () => {
    expect(firstOperation(null, browserKeeps(null))).toEqual({ initialVariables: starterTabs[0]?.variables });
  });

  it('is what the analyst left at later visits', () => {
    expect(firstOperation(null, browserKeeps('{"tabs":[]}'))).toEqual({});
  });

  it('is the shared operation where the link carries one', () => {
    const shared = { query: '{ a }', variables: '' };

    expect(firstOperation(shared, browserKeeps('{"tabs":[]}'))).toEqual({ initialQuery: '{ a }', initialVariables: '' });
  });
});
