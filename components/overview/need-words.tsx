import { CalendarX2, ClockAlert, Hourglass, KeyRound, MailWarning, ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import { sentence } from '@/lib/client/words'
import type { Need, NeedKind } from '@/lib/modules/overview/overview'
import { countWords } from './overview'

type Words = {
  icon: ReactNode
  tone: 'error' | 'warning'
  /** The one thing to do about it. */
  button: string
  lead: (need: Need, organizationName: string) => ReactNode
  /** When it comes about. */
  when?: (at: string) => ReactNode
}

const counted = (one: string, many: string, rest: (single: boolean) => string) => (need: Need) =>
  `${sentence(countWords(need, one, many))} ${rest(need.count === 1 && !need.more)}`

export const needWords: Record<NeedKind, Words> = {
  deletion: {
    icon: <CalendarX2 />,
    tone: 'error',
    button: 'Review',
    lead: (_, organizationName) => (
      <>
        <bdi>{organizationName}</bdi> will be deleted
      </>
    ),
    when: (at) => <Time at={at} kind="end" />,
  },
  mail_failed: {
    icon: <MailWarning />,
    tone: 'error',
    button: 'Show',
    lead: counted('invitation', 'invitations', () => 'could not be mailed'),
  },
  factor_missing: {
    icon: <ShieldAlert />,
    tone: 'warning',
    button: 'Show',
    lead: counted('person', 'people', (single) => `${single ? 'has' : 'have'} no second factor`),
    when: (at) => (
      <>
        the first must have one: <Time at={at} kind="end" />
      </>
    ),
  },
  keys_ending: {
    icon: <KeyRound />,
    tone: 'warning',
    button: 'Show',
    lead: counted('API key', 'API keys', (single) =>
      single ? 'ends within 7 days' : 'end within 7 days',
    ),
    when: (at) => (
      <>
        the first: <Time at={at} kind="countdown" />
      </>
    ),
  },
  invitations_ending: {
    icon: <ClockAlert />,
    tone: 'warning',
    button: 'Show',
    lead: counted('invitation', 'invitations', (single) =>
      single ? 'ends within 48 hours' : 'end within 48 hours',
    ),
    when: (at) => (
      <>
        the first: <Time at={at} kind="end" />
      </>
    ),
  },
  owners_idle: {
    icon: <Hourglass />,
    tone: 'warning',
    button: 'Show',
    lead: counted('owner', 'owners', (single) =>
      single ? 'was not active for 90 days' : 'were not active for 90 days',
    ),
  },
}
