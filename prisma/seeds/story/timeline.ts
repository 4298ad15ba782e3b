type Step = { at: Date; run: (at: Date) => unknown }

/** What is to happen, noted in any order and told in the order of time. */
export class Timeline {
  private readonly steps: Step[] = []

  constructor(private readonly now: Date) {}

  at(time: Date, run: Step['run']): void {
    if (time > this.now) throw new Error(`${time.toISOString()} lies ahead: it cannot be told yet.`)
    this.steps.push({ at: time, run })
  }

  async play(): Promise<void> {
    // Steps of the same moment stay in the order in which they were noted.
    const inOrder = this.steps.sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const { at, run } of inOrder) await run(at)
  }
}
