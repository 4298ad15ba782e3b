import Link from 'next/link'
import { useViewer } from '@/components/access/viewer'

type Props = { children: string; examples: readonly (readonly [href: string, words: string])[] }

/** While a question has a blank: what to choose, and questions that have none. */
export const Unasked = ({ children, examples }: Props) => (
  <div className="flex flex-col gap-3 px-(--gutter) py-6 text-foreground-2">
    <p>{children}</p>
    <div>
      <p className="text-muted-foreground text-xs">Or begin with</p>
      <ul className="mt-1 flex flex-col items-start gap-1">
        {examples.map(([href, words]) => (
          <li key={href}>
            <Link href={href} className="tap text-primary-text hover:underline max-sm:py-2">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  </div>
)

export const whoExamples = [
  ['/access/who-can?permission=member.remove', 'Who can remove people from this organization'],
  ['/access/who-can?permission=cloud.create', 'Who can create clouds'],
  ['/access/who-can?permission=image.create', 'Who can create container images'],
] as const

export function useOwnExamples() {
  const { identityId } = useViewer()
  return {
    where: [
      [`/access/what-can?who=${identityId}`, 'The projects that you can see'],
      [
        `/access/what-can?who=${identityId}&permission=cloud.grant`,
        'The clouds where you can change who has access',
      ],
    ],
    why: [
      [
        `/access/why?who=${identityId}&permission=member.remove`,
        'Why you can, or can’t, remove people from this organization',
      ],
    ],
  } as const
}
