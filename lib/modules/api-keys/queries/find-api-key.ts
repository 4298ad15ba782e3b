import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { keyPage } from '@/lib/platform/db/key-list'
import { KeyOfOrganization } from '../api-key'
import { readKeyText } from '../key-text'

const MOST = 20

/** Whose key a text is of: a whole key, its beginning, or its last six characters. Ended ones too. */
export const findApiKey = defineQuery({
  name: 'api_key.find',
  summary: 'Find an API key of the organization by a text of it',
  scope: 'organization',
  permission: 'api_key.list',
  input: z.object({ text: z.string().max(1_000) }),
  output: z.object({
    rows: z.array(
      KeyOfOrganization.extend({
        live: z.boolean(),
        lastUsedAddress: z.string().nullable(),
        lastUsedClient: z.string().nullable(),
      }),
    ),
  }),
  async run({ db, now }, { text }) {
    const asked = readKeyText(text)
    if (!asked) {
      const detail = 'Paste a key, its first characters (agh_pat_… or agh_sa_…), or its last six.'
      throw invalidInput([{ pointer: '#/text', detail }])
    }
    const found = await db.apiKey.findMany({
      where: asked,
      select: { id: true, lastUsedAddress: true, lastUsedClient: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    const uses = new Map(found.map(({ id, ...use }) => [id, use]))
    const rows = await keyPage(
      db,
      { at: now.toISOString(), ids: [...uses.keys()] },
      { sort: 'created', descending: true, after: null, limit: MOST },
    )
    return {
      rows: rows.map((row) => ({
        ...row,
        live: !row.revokedAt && (row.expiresAt === null || row.expiresAt > now),
        lastUsedAddress: uses.get(row.id)?.lastUsedAddress ?? null,
        lastUsedClient: uses.get(row.id)?.lastUsedClient ?? null,
      })),
    }
  },
})
