/** Servers between refuse longer addresses. */
const LONGEST = 7_000 // characters

/** Asks /api/console/<path>: the input stands in the address, or in the body where it is too long for one. */
export function askConsole(
  path: string,
  organization: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const body = JSON.stringify(input)
  const short = new URLSearchParams({ organization, input: body }).toString()
  if (short.length <= LONGEST) {
    return fetch(`/api/console/${path}?${short}`, {
      signal,
      headers: { accept: 'application/json' },
    })
  }
  return fetch(`/api/console/${path}?${new URLSearchParams({ organization })}`, {
    method: 'POST',
    signal,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body,
  })
}
