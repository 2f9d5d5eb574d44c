import { CityError } from '../../../kernel/city-error.js';
import { nameOfPart, partNamed, partsOf, type TablePart } from '../office/table-part.js';
import type { NamedLayers } from './file-names.js';

/** The parts that are asked for by their names, Chinese or English; all of them where none is named. Throws `BAD_USER_INPUT` for an unknown name. */
export function wishedParts(names: readonly string[], layers: NamedLayers): readonly TablePart[] {
  const all = partsOf(layers);
  if (names.length === 0) return all;
  const wished = names.map((name) => JSON.stringify(partNamed(name, layers) ?? unknown(name, layers)));
  return all.filter((part) => wished.includes(JSON.stringify(part)));
}

function unknown(name: string, layers: NamedLayers): never {
  const known = partsOf(layers).map((part) => nameOfPart(part, layers));
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected the name of a part, got ${JSON.stringify(name)}.`,
    messageZh: `未知的部分名称 ${JSON.stringify(name)}。`,
    hint: `Parts of this office: ${known.map(({ zh, en }) => `${en} (${zh})`).join(', ')}.`,
  });
}
