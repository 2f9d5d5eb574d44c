const parts = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
const secondsOf = [86_400, 3_600, 60, 1] as const;

/** The milliseconds of an ISO 8601 duration of days, hours, minutes and whole seconds, such as `PT5M`; null where it is none. Months and years have no fixed length. */
export function durationMs(text: string): number | null {
  const found = parts.exec(text)?.slice(1);
  if (!found || found.every((number) => number === undefined)) return null;
  return 1_000 * found.reduce((sum, number, place) => sum + Number(number ?? 0) * secondsOf[place]!, 0);
}
