export const termsDocuments = ['terms', 'privacy'] as const
export type TermsDocument = (typeof termsDocuments)[number]

/** A text that is asked for: whoever accepted `since` or a later version has accepted it. */
export type Demand = { document: TermsDocument; version: number; since: number }

/** What of the demands is not accepted yet. `accepted`: "terms 3", as the database tells it. */
export const dueTexts = <D extends Demand>(
  demands: readonly D[],
  accepted: readonly string[],
): D[] =>
  demands.filter(
    ({ document, since }) =>
      !accepted.some((text) => {
        const [of, version] = text.split(' ')
        return of === document && Number(version) >= since
      }),
  )
