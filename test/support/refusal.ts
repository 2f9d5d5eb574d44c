/** What an act throws; null where it throws nothing. */
export function refusal(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (thrown) {
    return thrown;
  }
}
