/** What an account may do with the rows of a table; `UPDATE (column)` reaches that column alone. */
export type TableRight = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | `UPDATE (${string})`;

/** Who needs which rights on one table of an office's own server. */
export interface TableGrant {
  readonly table: string;
  /** The platform's account: what its statements need, and no more. */
  readonly platform: readonly TableRight[];
  /** The account of the office's own system. */
  readonly system: readonly TableRight[];
}
