import type { Locator, Page } from 'playwright-core';

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

  /**
   * Brings the tab to the front and waits until the editor shows its operation, as a person would before pressing run.
   * The tabs can be dragged: on a busy machine a slow click counts as the beginning of a drag and changes nothing, so it is made again.
   */
  async open(tab: string): Promise<void> {
    const button = this.#page.locator('.graphiql-tab-button').getByText(tab, { exact: true });
    const operation = this.#page.locator('.graphiql-editor .view-line', { hasText: tab }).first();
    await untilShown(operation, () => button.click());
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
    await untilShown(this.#page.locator('.graphiql-response .view-line', { hasText: text }).first(), () => this.run());
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

const attempts = 6;
const patienceMs = 8_000;

/** Does something, again where it was lost, until `wanted` is on the page. */
async function untilShown(wanted: Locator, act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await act();
    const isShown = await wanted.waitFor({ timeout: patienceMs }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  await wanted.waitFor({ timeout: patienceMs });
}
