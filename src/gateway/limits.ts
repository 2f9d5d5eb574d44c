/** The most tokens that a document may have, on every transport; the flagship query has about 150. */
export const mostTokens = 2_000;

/** The largest message of a socket, bytes. */
export const largestMessage = 256 * 1024;
