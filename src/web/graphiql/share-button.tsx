import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { type ReactNode, useState } from 'react';

import { hashOf } from './shared-operation.js';

/** Puts the shown operation into the address bar and, where the browser lets it, the link onto the clipboard. */
export function ShareButton(): ReactNode {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const [isCopied, setCopied] = useState(false);

  const share = async (): Promise<void> => {
    history.replaceState(null, '', hashOf({ query: query?.getValue() ?? '', variables: variables?.getValue() ?? '' }));
    // Absent where the page is not served over TLS; the address bar still holds the link.
    await navigator.clipboard?.writeText(location.href);
    setCopied(true);
  };

  return (
    <ToolbarButton label={isCopied ? '链接已生成 Link made' : '生成分享链接 Make a link to share'} onClick={() => void share()}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path
          d="M6.5 9.5l3-3M7 4.5l1.6-1.6a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.6 1.6a3 3 0 0 1-4.3-4.3L4.700 7.200"
          strokeLinecap="round"
        />
      </svg>
    </ToolbarButton>
  );
}
