import { made, part } from './part.js';
import type { Office, OfficeLiveness, Overview } from './read-overview.js';

const livenessWords: Readonly<Record<OfficeLiveness, string>> = {
  LIVE: '● 在线 live',
  STALE: '◐ 滞后 stale',
  DOWN: '○ 中断 down',
};

/** Shows what the platform says of the city; called again with newer numbers. */
export function showOverview(overview: Overview): void {
  part('city-name').textContent = `${overview.city.nameZh} ${overview.city.nameEn}`;
  showNotice(overview.city.noticeZh, overview.city.noticeEn);
  part('numbers').replaceChildren(
    number('全要素网格', 'all-elements grids', overview.grids.totalCount),
    number('要素', 'elements', overview.elements.totalCount),
    number('事项', 'matters', overview.matters.totalCount),
    number('未办结', 'still open', overview.openMatters.totalCount),
  );
  part('offices').replaceChildren(...overview.departments.map(office));
}

function showNotice(zh: string | null, en: string | null): void {
  const notice = part('notice');
  notice.hidden = zh === null && en === null;
  notice.replaceChildren(made('span', '', zh ?? ''), made('i', '', en ?? ''));
}

function number(zh: string, en: string, value: number | null): HTMLElement {
  const shown = value === null ? '—' : value.toLocaleString('en-US');
  return made('div', 'number', [made('dt', '', [made('b', '', zh), made('small', '', en)]), made('dd', '', shown)]);
}

function office({ department, nameZh, nameEn, state, asOf, layers }: Office): HTMLElement {
  const item = made('li', '', [
    made('b', '', nameZh),
    made('small', '', nameEn),
    made('span', 'liveness', livenessWords[state]),
    made('span', 'layers', layers.map(({ key }) => key).join(' · ')),
    made('time', '', asOf === null ? '' : `数据截至 as of ${new Date(asOf).toLocaleString('zh-CN')}`),
  ]);
  item.dataset['department'] = department;
  item.dataset['liveness'] = state;
  return item;
}
