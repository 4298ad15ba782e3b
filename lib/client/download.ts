'use client'

/** A file of the console, made while it is sent: the browser writes it to the disk as it comes. */
export function startDownload(organizationId: string, name: string, input: unknown): void {
  const search = new URLSearchParams({
    organization: organizationId,
    input: JSON.stringify(input),
  })
  const link = document.createElement('a')
  link.href = `/api/console/download/${name}?${search}`
  link.download = ''
  link.click()
}
