import { allElementsLayer, type GridModel, type Layer, type UnitRef } from '../../features/grids/index.js';
import { CityError } from '../../kernel/city-error.js';

/**
 * Reads a unit as the command line writes it: `<layer>:<id>`, such as `political-legal/basic:360202001001001`, or `<office>:<id>` for
 * any layer of the office; `city:<code>` is an all-elements grid. Everything after the first colon is the id. Throws `BAD_USER_INPUT`.
 */
export function unitArgument(text: string, model: GridModel): UnitRef {
  const colon = text.indexOf(':');
  const [keeper, localId] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
  if (keeper === '' || localId === '') throw malformed(text);
  if (keeper === 'city' || keeper === allElementsLayer) return { department: null, localId, layer: allElementsLayer };
  const kept = layersKeptBy(keeper, model.layers);
  if (kept.length === 0) throw unknownKeeper(text, keeper, model.layers);
  return { department: kept[0]!.department, localId, layer: keeper.includes('/') ? keeper : null };
}

/** The office's code for the name that its layers begin with, such as `urban-management`. Throws `BAD_USER_INPUT` for another. */
export function officeArgument(text: string, model: GridModel): string {
  const department = layersKeptBy(text, model.layers)[0]?.department;
  if (department != null) return department;
  throw unknownKeeper(text, text, model.layers);
}

/** The layer of that key itself, or all layers of an office's name. */
function layersKeptBy(keeper: string, layers: readonly Layer[]): readonly Layer[] {
  return layers.filter(({ key }) => key === keeper || key.startsWith(`${keeper}/`));
}

function malformed(text: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a unit as <layer>:<id>, got ${JSON.stringify(text)}.`,
    messageZh: `应以 <图层>:<编号> 指明网格，收到 ${JSON.stringify(text)}。`,
    hint: 'Write for example political-legal/basic:360202001001001, or city:360202001001001 for an all-elements grid.',
  });
}

function unknownKeeper(text: string, keeper: string, layers: readonly Layer[]): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${text}: ${keeper} is neither a layer nor an office of this city.`,
    messageZh: `${text}：${keeper} 不是本市的图层或部门。`,
    hint: `Layers: ${layers.map(({ key }) => key).join(', ')}.`,
  });
}
