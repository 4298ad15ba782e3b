import { connection } from 'next/server'

/** The process can serve. Under `npm start` the listener answers this itself; `next dev` and other hosts ask here. */
export async function GET(): Promise<Response> {
  await connection()
  const reason = await whyNot()
  const body = reason ? { status: 'unavailable', reason } : { status: 'ok' }
  return Response.json(body, {
    status: reason ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  })
}

async function whyNot(): Promise<string | null> {
  const { api, ready } = globalThis.__gatehouse ?? {}
  if (!api || !ready) return 'api'
  const found = await ready().catch(() => ({ ready: false as const, reason: 'database' }))
  return found.ready ? null : found.reason
}
