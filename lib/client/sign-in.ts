'use client'
import { dropDrafts } from './drafts'
import { leaveForGood } from './leaving'

/** The one provider of next-auth: it takes the ticket of a finished sign-in, and this browser's cookie beside it. */
const redeem = '/api/auth/callback/ticket'

/**
 * Redeems a ticket for a session and goes there. False when it was refused or nothing answered; else the page is
 * leaving, and the promise does not settle, so that a form stays pending.
 */
export async function redeemTicket(ticket: string, to: string): Promise<boolean> {
  if (!(await post(redeem, { ticket }))) return false
  return leave(to)
}

/** Ends the session of this browser, then shows `to`. False when nothing answered: one is still signed in. */
export async function signOutHere(to = '/sign-in'): Promise<boolean> {
  if (!(await post('/api/auth/signout', {}))) return false
  dropDrafts()
  leaveForGood()
  // Should the browser keep this page for its Back button, it keeps it empty.
  addEventListener('pagehide', () => document.body.replaceChildren())
  return leave(to)
}

// A whole new page: nothing that was read as somebody else stays in memory.
function leave(to: string): Promise<never> {
  window.location.assign(to)
  return new Promise(() => {})
}

async function post(path: string, fields: Record<string, string>): Promise<boolean> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
    const answer = await fetch(path, { method: 'POST', body })
    if (!answer.ok) return false
    // A refused csrf token answers 200 and an address that says so.
    const { url } = (await answer.json()) as { url?: string }
    return !url?.includes('csrf=true')
  } catch {
    return false
  }
}
