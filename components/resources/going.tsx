import { listed } from '@/components/members/role-words'
import { isolated } from '@/lib/domain/isolated'
import { bounded } from './bounded'

type Props = { going: { count: number; first: readonly string[] }; one: string; many?: string }

/** "12 projects: default, grasp-policy and 10 more." */
export function Going({ going: { count, first }, one, many = `${one}s` }: Props) {
  if (count === 0) return null
  const more = count - first.length
  const names = [
    ...first.map((name) => isolated(name)),
    ...(more > 0 ? [`${bounded(more)} more`] : []),
  ]
  return (
    <p className="[overflow-wrap:anywhere]">
      {bounded(count)} {count === 1 ? one : many}
      {names.length > 0 && <>: {listed.format(names)}</>}.
    </p>
  )
}
