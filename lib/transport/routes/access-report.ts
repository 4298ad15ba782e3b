import 'server-only'
import type { Route } from '../api/route'

export const accessReport: readonly Route[] = []
