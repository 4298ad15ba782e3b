import 'server-only'

// The passkey that an account begins with, for other modules that make accounts.
export {
  askFirstPasskey,
  keepFirstPasskey,
  notMade,
  takeFirstPasskey,
} from './internal/first-passkey'
