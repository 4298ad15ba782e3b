import type { OrganizationRole } from '@/lib/domain/roles'

// Apart from the schemas: the browser says these words, and would otherwise load all of Zod for them.

type Kind =
  | 'member.remove_many'
  | 'member.change_role_many'
  | 'member.sign_out_many'
  | 'member.suspend_many'
  | 'member.restore_many'
  | 'invitation.revoke_many'
type Input = { role?: OrganizationRole }

const numbers = new Intl.NumberFormat('en-US')
const of = (count: number, one: string, many: string) =>
  `${numbers.format(count)} ${count === 1 ? one : many}`

/** "Remove 4 people": what an operation does, for the log, its panel and its drawer. */
export function operationLabel(kind: Kind, input: Input, total: number): string {
  const people = of(total, 'person', 'people')
  switch (kind) {
    case 'member.remove_many':
      return `Remove ${people}`
    case 'member.change_role_many':
      return total === 1 ? `Make 1 person ${roleOne(input)}` : `Make ${people} ${input.role}s`
    case 'member.sign_out_many':
      return `Sign out ${people}`
    case 'member.suspend_many':
      return `Suspend ${people}`
    case 'member.restore_many':
      return `Restore ${people}`
    case 'invitation.revoke_many':
      return `Revoke ${of(total, 'invitation', 'invitations')}`
  }
}

const roleOne = ({ role }: Input) => (role === 'owner' ? 'an owner' : 'a collaborator')
