/** What a spreadsheet takes for the beginning of a formula (the full-width forms under East Asian settings), apostrophes before it left aside. */
const looksLikeFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text as a CSV cell may hold it: an apostrophe stands before what a spreadsheet would compute, and before one that stood there already. */
export function guarded(text: string): string {
  return looksLikeFormula.test(text) ? `'${text}` : text;
}

/** What a CSV cell says: the apostrophe that {@link guarded} sets is taken away, any other stays. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell;
}
