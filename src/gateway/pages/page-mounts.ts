/** One folder of built pages and where it appears. */
export interface PageMount {
  /** Begins and ends with `/`; the longest mount that a path begins with serves it. */
  readonly path: string;
  /** Folder under the root of all built pages, e.g. `graphiql`. */
  readonly folder: string;
}

/** Where each of our own pages is served; the folders are those of `src/web/` that have a build. */
export const pageMounts: readonly PageMount[] = [
  { path: '/graphiql/', folder: 'graphiql' },
  { path: '/screen/', folder: 'screen' },
  { path: '/', folder: 'start' },
];
