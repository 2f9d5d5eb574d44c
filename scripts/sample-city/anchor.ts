/** The day that the pack's matters are written around; at first load it becomes the day of loading. */
export const anchorDay = '2026-06-30';
/** First day of the 25 months of matters. */
export const firstDay = '2024-05-30';
