import type { Page } from 'playwright-core';

/** GraphiQL as a person at the screen uses it. */
export class GraphiqlWindow {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the editor stands and the schema has been read. */
  async ready(): Promise<void> {
    await this.#page.locator('.graphiql-editor .view-line').first().waitFor();
    await this.#page.locator('.graphiql-spinner').waitFor({ state: 'detached' });
  }

  /** Names on the tabs, from left to right. */
  async tabs(): Promise<readonly string[]> {
    return this.#page.locator('.graphiql-tab-button').allInnerTexts();
  }

  /** Brings the tab to the front and waits until the editor shows its operation, as a person would before pressing run. */
  async open(tab: string): Promise<void> {
    await this.#page.locator('.graphiql-tab-button').getByText(tab, { exact: true }).click();
    await this.#page.locator('.graphiql-editor .view-line', { hasText: tab }).first().waitFor();
  }

  /** Presses the run button; for a running subscription it is the stop button. */
  async run(): Promise<void> {
    await this.#page.locator('.graphiql-execute-button').click();
  }

  /**
   * Runs the query in front until the response pane shows `text`. GraphiQL reads the operations of a new tab a moment after it shows them;
   * a press in between is lost, and on a busy machine the moment is long: then it is pressed again.
   */
  async runUntilItSees(text: string): Promise<void> {
    const shown = this.#page.locator('.graphiql-response .view-line', { hasText: text }).first();
    for (let press = 1; press <= 5; press++) {
      await this.run();
      const isShown = await shown.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (isShown) return;
    }
    await this.sees(text);
  }

  /** Waits until the response pane shows `text`. */
  async sees(text: string): Promise<void> {
    await this.#page.locator('.graphiql-response .view-line', { hasText: text }).first().waitFor();
  }

  /** What the response pane shows now, a line each; lines below the fold are not drawn. */
  async response(): Promise<string> {
    return (await this.#page.locator('.graphiql-response .view-line').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until the browser has kept `tab` as the one in front; GraphiQL writes it half a second late. */
  async hasKeptTab(tab: string): Promise<void> {
    const isKept = async (): Promise<boolean> => (await this.#keptFrontTab()) === tab;
    while (!(await isKept())) await this.#page.waitForTimeout(100);
  }

  async #keptFrontTab(): Promise<string | null> {
    const { origins } = await this.#page.context().storageState();
    const kept = origins.flatMap(({ localStorage }) => localStorage).find(({ name }) => name === 'graphiql:tabState');
    if (!kept) return null;
    const { tabs, activeTabIndex } = JSON.parse(kept.value) as {
      tabs: readonly { operationName: string | null }[];
      activeTabIndex: number;
    };
    return tabs[activeTabIndex]?.operationName ?? null;
  }
}
