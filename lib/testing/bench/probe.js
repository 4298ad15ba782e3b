// @ts-check
import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded before a measured program (--import): answers over its parent's channel what it used. The program knows nothing of it.
/** @type {Session | undefined} */
let inspector

process.on('message', async (/** @type {string} */ asked) => {
  const answers = { usage, live, profile, profiled }
  const value = await answers[/** @type {keyof typeof answers} */ (asked)]?.()
  process.send?.({ asked, value })
})
process.channel?.unref()

/** CPU of this process so far, all of its threads, in milliseconds. */
function usage() {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1000 }
}

/** Memory: what the process holds, and what of the heap is left after a collection, in bytes. */
function live() {
  const { rss, heapTotal } = process.memoryUsage()
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return { rss, heapTotal, heap: process.memoryUsage().heapUsed }
}

async function profile() {
  inspector = new Session()
  inspector.connect()
  await post('Profiler.enable')
  await post('Profiler.start')
}

async function profiled() {
  const { profile } = await post('Profiler.stop')
  inspector?.disconnect()
  return profile
}

/** @param {string} method @returns {Promise<any>} */
function post(method) {
  return new Promise((done, fail) =>
    inspector?.post(method, (error, result) => (error ? fail(error) : done(result))),
  )
}
