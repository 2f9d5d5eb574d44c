/** A hostile document that is refused, or answered cheaply, before anything runs. */
export interface Attack {
  /** Its id in the catalogue of attacks, and what it does. */
  readonly name: string;
  readonly query: string;
}

const times = (count: number, of: (place: number) => string): string => Array.from({ length: count }, (_, place) => of(place)).join(' ');
const inCity = (fields: string): string => `{ city { ${fields} } }`;
const deep = (levels: number): string => inCity(`parent { ${'parent { '.repeat(levels)}name${' }'.repeat(levels)} }`);
const aliases = (count: number): string => inCity(times(count, (place) => `a${place}: code`));
const pages = (first: string): string =>
  `{ allElementsGrids(first: ${first}) { nodes { links(first: 100) { nodes { grid { links(first: 100) { nodes { weight } } } } } } } }`;

/** Attacks A08 to A16, each in the sizes that its limit and the parser's catch. */
export const attacks: readonly Attack[] = [
  { name: 'A08 16 aliases', query: aliases(16) },
  { name: 'A08 100 aliases', query: aliases(100) },
  { name: 'A08 10,000 aliases', query: aliases(10_000) },
  { name: 'A09 depth 13', query: deep(13) },
  { name: 'A09 depth 300', query: deep(300) },
  { name: 'A09 depth 30,000', query: deep(30_000) },
  { name: 'A10 2,100 tokens', query: inCity('code '.repeat(2_100)) },
  { name: 'A10 1 MB of commas', query: `${inCity('code')} ${','.repeat(1_000_000)}` },
  { name: 'A11 200 directives', query: inCity(`code ${times(200, (place) => `@unknown${place}`)}`) },
  { name: 'A11 2,000 @include', query: inCity(`code ${'@include(if: true) '.repeat(2_000)}`) },
  {
    name: 'A12 circle of 40 fragments',
    query: `${inCity('...F0')} ${times(40, (place) => `fragment F${place} on City { ...F${(place + 1) % 40} }`)}`,
  },
  { name: 'A12 1,500 fragments', query: `${inCity('code')} ${times(1_500, (place) => `fragment F${place} on City { code }`)}` },
  { name: 'A13 1,900 equal fields', query: inCity('code '.repeat(1_900)) },
  { name: 'A13 15,000 equal fields', query: inCity('code '.repeat(15_000)) },
  { name: 'A14 15 × 20 inline fragments', query: inCity(times(15, () => `... on City { ${'... on City { code } '.repeat(20)}}`)) },
  { name: 'A14 200 × 100 inline fragments', query: inCity(times(200, () => `... on City { ${'... on City { code } '.repeat(100)}}`)) },
  { name: 'A15 first: 99999999', query: '{ allElementsGrids(first: 99999999) { totalCount } }' },
  { name: 'A16 pages within pages', query: pages('100') },
];
