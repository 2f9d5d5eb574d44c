const day = /^(\d{4})(?:\/(\d{1,2})\/(\d{1,2})|-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/;
const midnight = /^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?$/;

/**
 * A day as Chinese spreadsheets write it into CSV (`2026/1/5`, `2026-1-5`, `2026年1月5日`, each year first and so of one meaning;
 * a midnight behind it says nothing more) as `YYYY-MM-DD`. Any other text comes back unchanged.
 */
export function dayWritten(text: string): string {
  const moment = momentWritten(text);
  return midnight.exec(moment)?.[1] ?? moment;
}

/** The same with a time of day behind it: `2026/1/5 8:30` as `2026-01-05 08:30`. */
export function momentWritten(text: string): string {
  const found = day.exec(text);
  if (found === null) return text;
  const [month, date] = found.slice(2).filter((part) => part !== undefined);
  const time = text.slice(found[0].length).replace(/^([T ])\s*(\d):/, '$10$2:');
  return `${found[1]}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}${time}`;
}
