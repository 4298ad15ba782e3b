/** After a row is gone, focus begins at the page's content: its menu button, where it would return to, leaves with it. */
export const focusMain = () => setTimeout(() => document.getElementById('main')?.focus(), 50)
