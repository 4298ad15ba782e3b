import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageSection } from '@/components/layout/page'
import { formatCount, plural } from '@/lib/client/words'
import type { Overview } from '@/lib/modules/overview/overview'
import { peakOf, sum } from './chart-path'
import { DayChart, Swatch } from './day-chart'
import { chartEvents, chartLinks, eventsLink } from './links'
import { daysFrom, dayWords } from './overview'

type Props = Pick<Overview, 'charts' | 'people'>

/** People, who came and went, and sign-ins, of 90 days; each number is a link to what it counts. */
export function Charts({ charts, people }: Props) {
  const days = daysFrom(charts.from, charts.signIns.length)
  const links = chartLinks(charts)
  const [joined, left, signIns] = [sum(charts.joined), sum(charts.left), sum(charts.signIns)]
  const before = charts.people[0] ?? 0
  const peak = (values: readonly number[]) => {
    const found = peakOf(values)
    return found
      ? ` The most on one day: ${formatCount(found.value)}, on ${dayWords(days[found.index] ?? '')}.`
      : ''
  }
  const then = `${formatCount(before)} at the end of ${dayWords(charts.from)}.`
  return (
    <PageSection title="Last 90 days" aside="Days in UTC; today is not over">
      <div className="grid gap-x-10 lg:grid-cols-3">
        <DayChart
          title="People"
          days={days}
          up={{ label: 'People', values: charts.people }}
          alternative={`${plural(people, 'person', 'people')} now, ${then}${peak(charts.people)}`}
        >
          <To href={links.people}>{plural(people, 'person', 'people')}</To> now, {then}
        </DayChart>
        <DayChart
          title="Joined and left"
          days={days}
          up={{ label: 'Joined', values: charts.joined, dayHref: eventsOf('joined') }}
          down={{ label: 'Left', values: charts.left, dayHref: eventsOf('left') }}
          alternative={`${formatCount(joined)} joined, ${formatCount(left)} left or were removed.`}
        >
          <span className="mr-4 whitespace-nowrap">
            <Swatch />
            <To href={links.joined}>{formatCount(joined)} joined</To>
          </span>
          <span className="whitespace-nowrap">
            <Swatch down />
            <To href={links.left}>{formatCount(left)} left or were removed</To>
          </span>
        </DayChart>
        <DayChart
          title="Sign-ins"
          days={days}
          up={{ label: 'Sign-ins', values: charts.signIns, dayHref: eventsOf('signIns') }}
          alternative={`${plural(signIns, 'sign-in')}.${peak(charts.signIns)}`}
        >
          <To href={links.signIns}>{plural(signIns, 'sign-in')}</To>.{peak(charts.signIns)}
        </DayChart>
      </div>
    </PageSection>
  )
}

const eventsOf = (chart: keyof typeof chartEvents) => (day: string) =>
  eventsLink(chartEvents[chart], day, day)

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="link tap">
    {children}
  </Link>
)
