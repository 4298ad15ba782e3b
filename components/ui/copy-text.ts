/** False when the browser refuses; without TLS the clipboard API is absent, so a hidden field helps. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    return false
  }
  const field = document.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;opacity:0'
  const host = document.activeElement?.closest('[role=dialog],[role=alertdialog]') ?? document.body
  host.append(field)
  const before = document.activeElement as HTMLElement | null
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  before?.focus()
  return done
}
