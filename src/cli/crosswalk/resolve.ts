import type { GridLink, IdResolution } from '../../features/crosswalk/index.js';
import { IdResolver } from '../../features/crosswalk/index.js';
import type { GridModel } from '../../features/grids/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { tableLines } from '../table.js';
import { modelOn } from './model-on.js';
import { officeArgument, unitArgument } from './unit-argument.js';

/** How ids are asked for. */
export interface ResolveFlags {
  readonly to?: readonly string[];
  readonly at?: string;
  readonly json: boolean;
}

/** Prints what ids mean in the other layers; sets exit code 1 where one of them is not resolved. */
export async function resolveVerb(ids: readonly string[], { to, at, json }: ResolveFlags, on: OnPlatform): Promise<void> {
  await on(async ({ models, lineage }) => {
    const model = await modelOn(models, at);
    const asked = ids.map((id) => departmentalId(id, model));
    const offices = to?.map((office) => officeArgument(office, model));
    const answers = await new IdResolver(lineage.successions).resolve(model, asked, { to: offices });
    if (answers.some(({ status }) => status !== 'RESOLVED')) process.exitCode = 1;
    if (json) for (const answer of answers) sayJson(plain(answer));
    else for (const answer of answers) say(resolutionLines(answer));
  });
}

/** One id as people read it: its status, then a line for each unit that it means elsewhere. */
export function resolutionLines({ department, localId, status, grid, links, successors }: IdResolution): readonly string[] {
  const head = `${grid?.layer.key ?? department}:${localId}  ${status}${grid ? `  ${grid.name}` : ''}`;
  const rows = [...successors.map((link) => row(link, 'took its place')), ...links.map((link) => row(link, ''))];
  if (rows.length === 0) return [head];
  const columns = [
    { heading: '  unit' },
    { heading: 'weight', isFigure: true },
    { heading: 'inverse', isFigure: true },
    { heading: 'basis' },
    { heading: '' },
  ];
  return [head, ...tableLines(columns, rows)];
}

function row({ grid, weight, inverseWeight, basis }: GridLink, remark: string): readonly string[] {
  return [`  ${grid.layer.key}:${grid.localId}`, weight.toFixed(6), inverseWeight.toFixed(6), basis, remark];
}

function plain({ grid, allElementsGrids, links, coverage, successors, ...answer }: IdResolution): object {
  const linked = (list: readonly GridLink[]): readonly object[] =>
    list.map(({ grid: other, ...link }) => ({ layer: other.layer.key, localId: other.localId, ...link }));
  return {
    ...answer,
    layer: grid?.layer.key ?? null,
    allElementsGrids: linked(allElementsGrids),
    links: linked(links),
    coverage: coverage.map(({ layer, ...shares }) => ({ layer: layer.key, ...shares })),
    successors: linked(successors),
  };
}

function departmentalId(text: string, model: GridModel): Parameters<IdResolver['resolve']>[1][number] {
  const { department, localId, layer } = unitArgument(text, model);
  if (department !== null) return { department, localId, layer };
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${text}: expected the id of an office, got an all-elements grid.`,
    messageZh: `${text}：应为部门的编号，收到全要素网格。`,
    hint: 'Ask in the other direction: resolve the id of an office, or explain the pair.',
  });
}
