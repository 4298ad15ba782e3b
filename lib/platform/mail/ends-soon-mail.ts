import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment } from './text'

type EndsSoon = {
  /** As mails write it. */
  organization: string
  /** Begins a title: "An API key", "API keys". */
  one: string
  many: string
  /** The first to end first. */
  ends: { what: string; at: Date }[]
  /** Of its end. */
  means: string
  action: { label: string; link: string }
  /** What to do when it is still needed. */
  after: string
  footer: string
}

const NAMED = 20

/** The mail about what ends on its own, a week before it and a day before it. */
export function endsSoonMail({ organization, one, many, ends, means, ...rest }: EndsSoon): Mail {
  const [first, ...others] = ends
  if (!first) throw new Error('Nothing ends.')
  const more = ends.length - NAMED
  const title = others.length === 0 ? `${one} ends on ${mailMoment(first.at)}` : `${many} end soon`
  return actionMail({
    ...rest,
    subject: `${title} in ${organization}`,
    title,
    paragraphs: [
      ...ends.slice(0, NAMED).map(({ what, at }) => `${what} ends on ${mailMoment(at)}.`),
      ...(more > 0 ? [`And ${more} more.`] : []),
      means,
    ],
  })
}
