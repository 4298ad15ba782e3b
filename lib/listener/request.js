// @ts-check

/**
 * A request as the API function reads it: of a web Request the parts that are asked for. Making a whole one, with its copies of
 * headers, its stream and its signal, costs more than the rest of a small answer.
 */
export class ApiRequest {
  /** @type {AbortSignal | undefined} */
  #signal

  /**
   * @param {import('node:http').IncomingMessage} req
   * @param {import('node:http').ServerResponse} res
   * @param {string} url whole
   * @param {Uint8Array | null} body
   */
  constructor(req, res, url, body) {
    this.method = req.method ?? 'GET'
    this.url = url
    this.headers = {
      get: (/** @type {string} */ name) => req.headers[name.toLowerCase()]?.toString() ?? null,
    }
    this.text = async () => new TextDecoder().decode(body ?? undefined)
    this.res = res
  }

  /** Aborted when the client goes away before the answer. */
  get signal() {
    if (this.#signal) return this.#signal
    const { res } = this
    const abort = new AbortController()
    res.once('close', () => res.writableFinished || abort.abort())
    this.#signal = abort.signal
    return this.#signal
  }
}
