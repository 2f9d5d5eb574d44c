/** What a matter is called whose words are sealed: its category and its division, never a word of its own. */
export function madeTitle(words: { readonly category: string | null; readonly division: string | null } | null): string {
  const category = words?.category ?? '事项';
  return words?.division ? `${category}（${words.division}）` : category;
}
