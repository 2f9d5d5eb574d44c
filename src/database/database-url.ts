import { CityError } from '../kernel/city-error.js';

/** PostgreSQL cuts longer names silently, and two offices would share a database. */
const longestNameBytes = 63;

/** The database that a PostgreSQL URL names; throws `BAD_USER_INPUT` where it names none. */
export function databaseNameOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (name !== '') return name;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected a PostgreSQL URL that ends in a database name, got one without.',
    messageZh: 'PostgreSQL 地址应以数据库名结尾。',
    hint: 'Write postgres://user:password@host:5432/name.',
  });
}

/** The same server and account, another database; throws `BAD_USER_INPUT` for a name over 63 bytes. */
export function withDatabase(url: string, name: string): string {
  if (Buffer.byteLength(name) > longestNameBytes) {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `Expected a database name of at most ${longestNameBytes} bytes, got ${name}.`,
      messageZh: `数据库名不得超过 ${longestNameBytes} 字节：${name}。`,
      hint: 'Choose a shorter name in DATABASE_URL.',
    });
  }
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** A URL without its account, for logs and messages: `host:port/name`. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${decodeURIComponent(pathname)}`;
}
