import 'server-only'

// The steps of a sign-in, for other modules that prove who somebody is.
export { attemptEnded, beginSignIn, nextStep, openAttempt } from './internal/sign-in-steps'
