import { type ReactNode, useEffect, useState } from 'react';

import { type City, readCity } from '../city.js';
import { forgetTabs } from './forget-tabs.js';

/** A slim line: which city is served, and that its data is a sample when the server says so. */
export function CityBanner({ endpoint }: { readonly endpoint: URL }): ReactNode {
  const city = useCity(endpoint);
  return (
    <header className="city-banner">
      <a href="../">首页 Start</a>
      <strong>{city?.name ?? '全要素网格'}</strong>
      <span className="notice" title={city?.noticeEn ?? ''}>
        {city?.noticeZh} <i>{city?.noticeEn}</i>
      </span>
      <button type="button" onClick={forgetTabs}>
        恢复示例 Starter tabs
      </button>
    </header>
  );
}

function useCity(endpoint: URL): City | null {
  const [city, setCity] = useState<City | null>(null);
  useEffect(() => {
    // Without an answer the banner stays plain: GraphiQL itself shows why the endpoint refuses.
    readCity(endpoint).then(setCity, () => undefined);
  }, [endpoint]);
  return city;
}
