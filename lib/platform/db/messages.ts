import 'server-only'

const [PARSE, BIND, DESCRIBE, EXECUTE, CLOSE, SYNC] = ['P', 'B', 'D', 'E', 'C', 'S'].map((letter) =>
  letter.charCodeAt(0),
) as [number, number, number, number, number, number]

/** Messages of PostgreSQL's extended protocol, one behind the other in one piece of memory; texts only. */
export class Messages {
  #bytes = Buffer.allocUnsafe(1_024)
  #at = 0

  parse(name: string, text: string): void {
    const start = this.#begin(PARSE)
    this.#word(name)
    this.#word(text)
    this.#short(0)
    this.#end(start)
  }

  /** To the portal without a name. */
  bind(name: string, values: readonly (string | null)[]): void {
    const start = this.#begin(BIND)
    this.#word('')
    this.#word(name)
    this.#short(0)
    this.#short(values.length)
    for (const value of values) this.#value(value)
    this.#short(0)
    this.#end(start)
  }

  describe(): void {
    const start = this.#begin(DESCRIBE)
    this.#word('P')
    this.#end(start)
  }

  execute(): void {
    const start = this.#begin(EXECUTE)
    this.#word('')
    this.#int(0)
    this.#end(start)
  }

  /** A statement that is not there may be closed too. */
  close(name: string): void {
    const start = this.#begin(CLOSE)
    this.#word(`S${name}`)
    this.#end(start)
  }

  /** All of them. */
  sync(): Buffer {
    this.#end(this.#begin(SYNC))
    return this.#bytes.subarray(0, this.#at)
  }

  #begin(type: number): number {
    this.#room(5)
    this.#bytes[this.#at] = type
    this.#at += 5
    return this.#at - 4
  }

  #end(start: number): void {
    this.#bytes.writeInt32BE(this.#at - start, start)
  }

  #value(value: string | null): void {
    this.#int(-1) // null, so far
    if (value === null) return
    const start = this.#at
    this.#text(value)
    this.#bytes.writeInt32BE(this.#at - start, start - 4)
  }

  #word(text: string): void {
    this.#text(text)
    this.#room(1)
    this.#bytes[this.#at++] = 0
  }

  #text(text: string): void {
    this.#room(text.length * 3) // the most that UTF-8 makes of it
    this.#at += this.#bytes.write(text, this.#at)
  }

  #int(value: number): void {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  #short(value: number): void {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(value, this.#at)
  }

  #room(size: number): void {
    const needed = this.#at + size
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}
