import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'

// Apart from the schemas: the browser shows these sentences, and would otherwise load all of Zod for them.

type Row = { name: string; isDefault: boolean }

/** Names of projects are unique on their cloud (facts §1.4). */
export const projectNameTaken = (name: string, cloud: string): Denial => ({
  code: 'conflict',
  detail: `There is a project with the name ${isolated(name)} on ${isolated(cloud)} already. Choose another name.`,
})

/** The default project of a cloud keeps its name: programs look for it. */
export const projectNameDenial = ({ isDefault }: Pick<Row, 'isDefault'>): Denial | null =>
  isDefault ? { code: 'conflict', detail: 'The default project of a cloud keeps its name.' } : null

/** The default project of a cloud is public for good (facts §1.4). */
export const visibilityDenial = (
  { isDefault }: Pick<Row, 'isDefault'>,
  isPublic: boolean,
): Denial | null =>
  isDefault && !isPublic
    ? { code: 'conflict', detail: 'The default project of a cloud is public, and stays so.' }
    : null

/** The default project goes with its cloud; any other once nothing goes on in it. */
export function projectDeletionDenial(
  { isDefault }: Pick<Row, 'isDefault'>,
  { goingOn }: { goingOn: number },
): Denial | null {
  if (isDefault) {
    const detail = 'The default project of a cloud can’t be deleted. It goes with its cloud.'
    return { code: 'conflict', detail }
  }
  if (goingOn === 0) return null
  // Clients look for these very words (anyscale-terraform.md §5).
  const detail = 'You cannot delete a project unless it has no jobs or services that are running.'
  return { code: 'forbidden', detail }
}
