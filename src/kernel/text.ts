/** Whether a text is well-formed Unicode without NUL, so that PostgreSQL stores it unchanged. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
