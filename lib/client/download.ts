'use client'
import { askConsole } from './ask-console'
import { noteUnanswered } from './connection'
import { clearPageAlert, raisePageAlert } from './page-alert'
import { noAnswer, ProblemError, readProblem } from './problem-error'

type Options = { signal?: AbortSignal; onProgress?: (bytes: number) => void }

/**
 * Fetches a download of the console and saves it; answers its file name. Fetched rather than linked: a refusal becomes
 * a ProblemError instead of a file of JSON, and one that breaks off midway (the server ends it when rights end) saves
 * nothing. The browser holds the file meanwhile, the server one page of it.
 */
export async function startDownload(
  name: string,
  organizationId: string,
  input: unknown,
  { signal, onProgress }: Options = {},
): Promise<string> {
  const response = await asked(askConsole(`download/${name}`, organizationId, input, signal))
  if (!response.ok) {
    const problem = await readProblem(response)
    raisePageAlert(problem)
    throw new ProblemError(problem)
  }
  const parts: BlobPart[] = []
  let bytes = 0
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  for (;;) {
    const piece = await asked(reader.read())
    if (!piece.value) break
    parts.push(piece.value)
    bytes += piece.value.length
    onProgress?.(bytes)
  }
  clearPageAlert()
  const type = response.headers.get('content-type') ?? ''
  const fileName = fileNameOf(response) ?? name
  saveFile(new Blob(parts, { type }), fileName)
  return fileName

  async function asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      if (signal?.aborted) throw error
      throw new ProblemError(bytes > 0 ? brokenOff : noteUnanswered('read'))
    }
  }
}

const brokenOff = {
  ...noAnswer,
  title: 'The download broke off',
  detail: 'The download broke off before its end. Nothing was saved. Start it again.',
}

const fileNameOf = (response: Response) =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]

/** Hands a file to the browser, as if it had been downloaded. */
export function saveFile(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
