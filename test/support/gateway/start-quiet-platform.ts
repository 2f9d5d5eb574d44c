import { sampleCity, startTestPlatform, type TestPlatform } from '../platform.js';

/** A platform on a copy of the sample city that no longer looks at the offices' feeds, so that every statement counted is a caller's. */
export async function startQuietPlatform(): Promise<TestPlatform> {
  const platform = await startTestPlatform(sampleCity);
  await platform.running.intake.follower.stop();
  return platform;
}
