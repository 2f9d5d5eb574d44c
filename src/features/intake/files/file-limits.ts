/** What one file may hold; more is refused before it costs memory or time. */
export const fileLimits = {
  /** Bytes of one text after unpacking, a gzip bomb included. */
  textBytes: 2 ** 30,
  /** Characters of one CSV record; a quote left open would otherwise swallow the rest of the file into memory. */
  recordCharacters: 2 ** 20,
  /** Characters of one GeoJSON feature: some 200,000 points. Parsing one takes about a tenth of a second. */
  featureCharacters: 2 ** 23,
  /** Characters of a GeoJSON file beside its features. */
  aroundFeatures: 2 ** 20,
  /** Lists and objects of JSON within each other in one feature. */
  jsonDepth: 100,
  /** Characters of a file's name as it stands in messages. */
  nameCharacters: 120,
  /** Entries of one archive. */
  archiveEntries: 10_000,
  /** Bytes of all entries of an archive after unpacking. */
  archiveBytes: 2 ** 31,
  /** How many times its packed size an entry may have unpacked; told only from `ratioFrom` bytes on. */
  ratio: 200,
  ratioFrom: 2 ** 22,
  /** Bytes of XML in which no element, text or comment ends. */
  xmlStretch: 2 ** 20,
  /** Elements of XML within each other. */
  xmlDepth: 64,
  /** Bytes of all shared strings of a workbook; they are held in memory. */
  sharedStringBytes: 2 ** 26,
  sharedStrings: 2 ** 22,
  /** Rows and columns of one sheet, as spreadsheets have them at most. */
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
  mergedRanges: 100_000,
} as const;
