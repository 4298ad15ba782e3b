import { basic } from './basic'
import { demo } from './demo'
import type { Scenario } from './scenario'
import { World } from './story/world'
import { before, HOUR } from './times'

const monday = new Date('2026-11-23T00:40:00Z')

/** For tests: a scenario as rows, as if it were told at that moment, without the slow hashes. */
export async function tell(scenario: Scenario, now = monday) {
  const world = await World.begin(now, async () => 'a hash')
  await scenario(world)
  return { now, rows: world.rows }
}

/** Weekends and nights move what happens in an office: each hour and weekday tells a slightly different story. */
export const tellDemos = () =>
  Promise.all(Array.from({ length: 24 }, (_, at) => tell(demo, before(monday, -at * 7.3 * HOUR))))

export const tellBasic = () => tell(basic)
