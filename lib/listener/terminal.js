// @ts-check

/** A fault whose message is written for the person at the terminal; it is shown without a stack. */
export class Told extends Error {
  /** @override */
  name = 'Told'
}

/**
 * Says what a command does, one line per step with its time.
 * @param {NodeJS.WriteStream} stream
 */
export function terminal(stream) {
  const colour = stream.isTTY && !process.env.NO_COLOR
  const paint = (/** @type {number} */ code) => (/** @type {string} */ text) =>
    colour ? `\x1b[${code}m${text}\x1b[0m` : text
  const [bold, dim, green, red, cyan] = [paint(1), paint(2), paint(32), paint(31), paint(36)]
  const say = (/** @type {string} */ line = '') => void stream.write(line ? `  ${line}\n` : '\n')

  return {
    say,
    bold,
    dim,
    link: cyan,

    /**
     * Runs one step. `work` returns what became of it, in a word or two.
     * @template {string} Outcome
     * @param {string} name @param {() => Promise<Outcome> | Outcome} work
     */
    async step(name, work) {
      const began = performance.now()
      const head = name.padEnd(16)
      if (stream.isTTY) stream.write(`  ${dim('·')} ${head}${dim('…')}`)
      const clear = stream.isTTY ? '\r\x1b[2K' : ''
      try {
        const outcome = await work()
        stream.write(
          `${clear}  ${green('✓')} ${head}${outcome.padEnd(16)}${dim(seconds(performance.now() - began))}\n`,
        )
        return outcome
      } catch (error) {
        stream.write(`${clear}  ${red('✗')} ${head}${dim(seconds(performance.now() - began))}\n`)
        throw error
      }
    },
  }
}

/** @typedef {ReturnType<typeof terminal>} Terminal */

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Runs a command to its end; a fault is told and becomes exit status 1. @param {() => Promise<void>} work */
export async function command(work) {
  endWithParent()
  try {
    await work()
  } catch (error) {
    const text =
      error instanceof Error && error.name === 'Told'
        ? error.message
        : error instanceof Error
          ? error.stack
          : String(error)
    process.stderr.write(`\n${indent(text ?? '')}\n\n`)
    process.exit(1)
  }
}

/**
 * A signal to `npm start` reaches the shell between npm and this process, which dies of it and tells nobody.
 * So a lost parent counts as the signal.
 */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^(?=.)/gm, '  ')
}
