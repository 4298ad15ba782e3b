import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'

// Apart from the schemas: the browser shows these sentences, and would otherwise load all of Zod for them.

type Named = { name: string }

/** Names of clouds are unique in the organization. */
export const cloudNameTaken = ({ name }: Named): Denial => ({
  code: 'conflict',
  detail: `There is a cloud with the name ${isolated(name)} already. Choose another name.`,
})

/** While there are others, one cloud is the default one: it goes last, or another takes its place first. */
export const cloudDeletionDenial = (
  { name, isDefault }: Named & { isDefault: boolean },
  { others }: { others: boolean },
): Denial | null =>
  isDefault && others
    ? {
        code: 'conflict',
        detail: `${isolated(name)} is the default cloud. Make another cloud the default one first.`,
      }
    : null
