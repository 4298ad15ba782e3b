import type { Ids } from './rows'

/** Roles on clouds and in projects: a line for each use case, on what idsOf has made. */
export const inputsOfGrants = (_: Ids): Record<string, unknown> => ({})
