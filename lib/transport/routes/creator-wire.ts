import 'server-only'
import { z } from 'zod'
import type { Creator } from '@/lib/modules/clouds/cloud'

/** Whoever made a thing, as clients read people beside things (anyscale-client.md §3). */
export const MiniUser = z
  .object({
    id: z.string().describe('The user id (usr_…).'),
    name: z.string().describe('“Removed user” when they are gone.'),
    username: z.string(),
    email: z.string(),
  })
  .meta({
    id: 'MiniUser',
    examples: [
      {
        id: 'usr_764n07887310ju4o8gryavdvyw',
        name: 'Ann Berg',
        username: 'ann@halden.example',
        email: 'ann@halden.example',
      },
    ],
  })

/** Who is gone is named no more (facts §1.3). */
export const miniUser = ({
  userId,
  name,
  email,
  removed,
}: z.output<typeof Creator>): z.input<typeof MiniUser> =>
  removed
    ? { id: userId, name: 'Removed user', username: '', email: '' }
    : { id: userId, name, username: email, email }
