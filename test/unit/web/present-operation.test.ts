import { presentOperation } from '../../../src/web/graphiql/present-operation.js';

const live = 'subscription Live { matterEvents { __typename } }';

describe('the operation that is sent', () => {
  it('takes its name from its own text where the editor still names the tab before', () => {
    expect(presentOperation({ query: live, operationName: 'OneIdInEveryOffice' }).operation.operationName).toBe('Live');
  });

  it('stays the one that was chosen where the text holds several', () => {
    expect(presentOperation({ query: `query Other { a } ${live}`, operationName: 'Live' }).operation.operationName).toBe('Live');
  });

  it('has no name where the text gives none', () => {
    expect(presentOperation({ query: '{ a }', operationName: 'Live' }).operation.operationName).toBeNull();
  });

  it('is sent as it stands where it cannot be parsed, so that the server says why', () => {
    const broken = { query: 'query {', operationName: 'Live' };

    expect(presentOperation(broken)).toEqual({ operation: broken });
  });
});
