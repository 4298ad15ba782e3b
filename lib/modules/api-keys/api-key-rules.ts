/** A person's key lives 30 days by default and at most (facts §3). Apart from the schemas: the browser needs no Zod. */
export const keyLifetimeDays = { default: 30, maximum: 30 } as const
