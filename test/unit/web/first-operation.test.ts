import { firstOperation } from '../../../src/web/graphiql/first-operation.js';
import { starterTabs } from '../../../src/web/graphiql/starter-tabs.js';

const browserKeeps = (tabs: string | null) => ({ getItem: (key: string) => (key === 'graphiql:tabState' ? tabs : null) });

describe('what GraphiQL shows first', () => {
  it('is the first starter tab with its variables at the first visit', () => {
    expect(firstOperation(null, browserKeeps(null))).toEqual({ initialVariables: starterTabs[0]?.variables });
  });

  it('is the tab that the analyst left in front, its variables too', () => {
    const kept = {
      activeTabIndex: 1,
      tabs: [
        { query: '{ a }', variables: '{}' },
        { query: '{ b }', variables: '{"c":1}' },
      ],
    };

    expect(firstOperation(null, browserKeeps(JSON.stringify(kept)))).toEqual({ initialQuery: '{ b }', initialVariables: '{"c":1}' });
  });

  it.each(['{', 'null', '{}', '{"tabs":[]}', '{"activeTabIndex":7,"tabs":[{"query":"{ a }"}]}', '{"tabs":[{"query":null}]}'])(
    'is left to GraphiQL where the browser keeps %s',
    (kept) => {
      expect(firstOperation(null, browserKeeps(kept))).toEqual({});
    },
  );

  it('is the shared operation where the link carries one', () => {
    const shared = { query: '{ a }', variables: '' };

    expect(firstOperation(shared, browserKeeps('{"tabs":[]}'))).toEqual({ initialQuery: '{ a }', initialVariables: '' });
  });
});
