// @ts-check

/** @type {Map<() => unknown, () => unknown>} */
const ends = new Map()

/**
 * Whatever was started ends with this process. `hard` is done at once when it is interrupted, `soft` when all went well.
 * @param {() => unknown} hard @param {() => unknown} [soft]
 */
export function atEnd(hard, soft = hard) {
  ends.set(hard, soft)
}

export async function endAll() {
  for (const [hard, soft] of [...ends].reverse()) {
    ends.delete(hard)
    await soft()
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, async () => {
    for (const hard of [...ends.keys()].reverse()) hard()
    await endAll().catch(() => {})
    process.exit(130)
  })
process.on('exit', () => {
  for (const hard of [...ends.keys()].reverse()) hard()
})
