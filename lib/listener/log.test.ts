import { describe, expect, it } from 'vitest'
import { makeLog } from './log.js'

function logged(pretty: boolean, write: (log: ReturnType<typeof makeLog>) => void) {
  const lines: string[] = []
  write(makeLog({ level: 'info', pretty, write: (line) => lines.push(line) }))
  return lines.join('')
}

describe.each([
  ['lines of JSON', false],
  ['lines for a terminal', true],
])('%s', (_, pretty) => {
  it('hide what is secret by name', () => {
    const text = logged(pretty, (log) =>
      log.info(
        {
          password: 'hunter2',
          body: { token: 'hunter2' },
          headers: { authorization: 'hunter2', 'set-cookie': 'hunter2' },
        },
        'x',
      ),
    )
    expect(text).toContain('[hidden]')
    expect(text).not.toContain('hunter2')
  })

  it.each([
    ['a key', 'used agh_pat_AbCdEfGhIjKl0123456789abcdef'],
    ['a password in an address', `cannot reach postgresql:${'//gate:AbCdEfGhIjKl@db/x'}`],
    ['a link', 'GET /register?invitation=AbCdEfGhIjKl HTTP/1.1'],
    ['a header', 'Authorization: Bearer AbCdEfGhIjKl'],
  ])('hide %s inside a sentence and inside an error', (_name, sentence) => {
    const text = logged(pretty, (log) => {
      log.info(sentence)
      log.error({ err: new Error(sentence) }, 'failed')
    })
    expect(text).toContain('[hidden]')
    expect(text).not.toContain('AbCdEfGhIjKl')
  })

  it('carry the request id', () => {
    expect(logged(pretty, (log) => log.child({ request_id: 'req_1' }).info('done'))).toContain(
      'req_1',
    )
  })
})
