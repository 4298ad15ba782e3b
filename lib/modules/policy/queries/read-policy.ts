import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { presentPolicy } from '../internal/present-policy'
import { Policy } from '../policy'

export const readPolicy = defineQuery({
  name: 'policy.read',
  summary: 'Read what owners demand of the people of the organization',
  scope: 'organization',
  permission: 'organization.read_details',
  input: z.object({}),
  output: Policy,
  run: ({ db }) => presentPolicy(db),
})
