import { CityError } from '../../src/kernel/city-error.js';

/** The error of a sample city that would come out wrong; the generator stops instead of writing it. */
export function unfit(message: string): CityError {
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message,
    hint: 'Change the generator in scripts/sample-city/ and run it again.',
  });
}
