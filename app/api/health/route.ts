import { connection } from 'next/server'

/** The process lives. Under `npm start` the listener answers this itself; warm-up, `next dev` and other hosts ask here. */
export async function GET(): Promise<Response> {
  await connection()
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
