/**
 * Loads the pieces of the bundled Chinese font that the page's words need, then puts it on. Put on while it still loads, some
 * lines stay blank in Chromium until something else moves them.
 */
export async function putOnChineseFont(): Promise<void> {
  try {
    await document.fonts.load("1em 'Noto Sans SC'", document.body.textContent ?? '');
  } finally {
    document.documentElement.classList.add('has-chinese-font');
  }
}
