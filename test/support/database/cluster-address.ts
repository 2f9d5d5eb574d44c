const variable = 'ALLGRID_TEST_CLUSTER';

/** Tells the test workers where the run's one cluster is. */
export function announceCluster(url: string): void {
  process.env[variable] = url;
}

/** Address of the run's one cluster, on its `postgres` database, as a superuser. */
export function clusterUrl(): string {
  const url = process.env[variable];
  if (url === undefined)
    throw new Error('Expected a PostgreSQL cluster for this jest run; give the project globalSetup test/support/database/global-setup.ts.');
  return url;
}

/** Address of another database on the run's cluster. */
export function onCluster(database: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${database}`;
  return url.href;
}
