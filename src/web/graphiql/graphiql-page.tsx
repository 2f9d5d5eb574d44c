import { GraphiQL } from 'graphiql';
import { type ReactNode, useState } from 'react';

import { CityBanner } from './city-banner.js';
import { firstOperation } from './first-operation.js';
import { ownFetcher } from './own-fetcher.js';
import { ShareButton } from './share-button.js';
import { readSharedOperation } from './shared-operation.js';
import { starterTabs } from './starter-tabs.js';

/** GraphiQL over the platform's own endpoint, under a banner that says whose data it is. */
export function GraphiqlPage({ endpoint }: { readonly endpoint: URL }): ReactNode {
  // Once: GraphiQL reads the schema anew whenever the fetcher changes.
  const [fetcher] = useState(() => ownFetcher(endpoint));
  const [shared] = useState(() => readSharedOperation(location.hash));
  const [first] = useState(() => firstOperation(shared, localStorage));
  return (
    <>
      <CityBanner endpoint={endpoint} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={shared ? [shared, ...starterTabs] : [...starterTabs]}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          defaultEditorToolsVisibility="variables"
          {...first}
        >
          <GraphiQL.Logo>
            <a className="home" href="../" title="首页 Start page">
              全要素网格 <em>allgrid</em>
            </a>
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, copy, merge }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <ShareButton />
              </>
            )}
          </GraphiQL.Toolbar>
        </GraphiQL>
      </main>
    </>
  );
}
