import { formatCount } from '@/lib/client/words'

/** People whom a verb does not fit, for one reason. */
export type Group = { count: number; self: boolean; names: string[]; reason: string }

/** Who is left out, by name as far as there is room, and why. */
export const LeftOut = ({ groups }: { groups: readonly Group[] }) => (
  <ul>
    {groups.map((group) => (
      <li key={group.reason}>
        <Who {...group} />: {group.reason}
      </li>
    ))}
  </ul>
)

function Who({ self, names, count }: Group) {
  if (self) return <span className="font-medium text-foreground">You</span>
  const more = count - names.length
  return (
    <span className="font-medium text-foreground">
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {more > 0 && ` and ${formatCount(more)} more`}
    </span>
  )
}
