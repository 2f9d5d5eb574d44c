/** Forgets the tabs that this browser keeps for the page and opens it again with the starter tabs. */
export function forgetTabs(): void {
  for (const key of Object.keys(localStorage)) {
    if (/^graphiql:(tabState|query|variables|headers)$/.test(key)) localStorage.removeItem(key);
  }
  history.replaceState(null, '', location.pathname);
  location.reload();
}
