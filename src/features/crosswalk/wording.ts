/** One sentence in both languages of the city. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}
