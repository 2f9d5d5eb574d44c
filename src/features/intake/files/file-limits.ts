/** What one file may hold; more is refused before it costs memory or time. */
export const fileLimits = {
  /** Bytes of one text after unpacking, a gzip bomb included. */
  textBytes: 2 ** 30,
  /** Characters of one CSV record; a quote left open would otherwise swallow the rest of the file into memory. */
  recordCharacters: 2 ** 20,
  /** Characters of one GeoJSON file; it is parsed as a whole. */
  geoJsonCharacters: 2 ** 28,
  /** Characters of a file's name as it stands in messages. */
  nameCharacters: 120,
} as const;
