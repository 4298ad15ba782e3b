import 'server-only'

/** The texts that everybody accepts before first use, as "terms 3": document and version. */
export const demandedTexts = (): readonly string[] => []
