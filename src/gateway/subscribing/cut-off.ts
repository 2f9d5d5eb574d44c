import type { GraphQLError } from 'graphql';

import { CityError } from '../../kernel/city-error.js';

/** That a running stream ended without its reader's wish, and how the reader goes on. */
export interface CutOff {
  /** Whether the reader was too slow; else the server ends the stream. */
  readonly isLagged: boolean;
  /** The cursor after what the reader was sent; null where it was sent nothing yet. */
  readonly resume: string | null;
}

/** Whether an error tells of a stream that was cut off; null for every other one. */
export function cutOffOf({ originalError }: Pick<GraphQLError, 'originalError'>): CutOff | null {
  if (!(originalError instanceof CityError) || !('resume' in originalError.details)) return null;
  const { resume } = originalError.details;
  return { isLagged: originalError.code === 'LIMIT', resume: typeof resume === 'string' ? resume : null };
}
