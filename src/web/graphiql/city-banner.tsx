import { type ReactNode, useEffect, useState } from 'react';

import { readSituation, type Situation } from '../city.js';
import { forgetTabs } from './forget-tabs.js';

/** A slim line: which city is served, and that its data is a sample when the server says so. */
export function CityBanner({ endpoint }: { readonly endpoint: URL }): ReactNode {
  const { city, whoAmI } = useSituation(endpoint) ?? {};
  return (
    <header className="city-banner">
      <a href="../">首页 Start</a>
      <strong>{city?.nameZh ?? '全要素网格'}</strong>
      <span className="notice" title={city?.noticeEn ?? ''}>
        {city?.noticeZh} <i>{city?.noticeEn}</i>
      </span>
      {whoAmI && <span title="当前身份 You ask as">{whoAmI.subject}</span>}
      <button type="button" onClick={forgetTabs}>
        恢复示例 Starter tabs
      </button>
    </header>
  );
}

function useSituation(endpoint: URL): Situation | null {
  const [situation, setSituation] = useState<Situation | null>(null);
  useEffect(() => {
    // Without an answer the banner stays plain: GraphiQL itself shows why the endpoint refuses.
    readSituation(endpoint).then(setSituation, () => undefined);
  }, [endpoint]);
  return situation;
}
