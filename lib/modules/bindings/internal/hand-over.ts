import 'server-only'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { WriteDb } from '@/lib/platform/db/doors'
import type { HandedOver } from '../binding'
import { type Fault, heirDenial } from '../binding-rules'
import { endOnCloud, endRow } from './end-bindings'
import { type MemberRow, membersNamed } from './members'
import {
  type BindingEvent,
  bindingFacts,
  bindingSubject,
  insertRow,
  isOver,
  type Named,
  type Row,
  rowsOn,
  standing,
} from './rows'

type Context = { db: WriteDb; now: Date; self: Self; organizationId: string }
const because = 'handed_over'

/** Makes somebody the owner of one thing of whoever goes; their own limits and times there end with it. */
export async function handOverTo(
  context: Context,
  from: string,
  { cloudId, projectId, to }: HandedOver,
  index: number,
): Promise<BindingEvent[]> {
  const { db, now } = context
  const place = await placeOf(context, from, { cloudId, projectId })
  if (!place) throw refusal(notTheirs, index)
  const heir = (await membersNamed(db, [{ memberId: to }]))({ memberId: to })
  const rows = await rowsOn(db, place, [to])
  const onCloud = rows.find((row) => row.projectId === null) ?? null
  const counting = standing(onCloud, now)
  const denial = heirDenial(heir, { from, onCloud: place.project ? counting : null })
  if (denial || !heir) throw refusal(denial ?? notTheirs, index)
  if (!place.project) return own(context, heir, place, onCloud)
  const inProject = rows.find((row) => row.projectId !== null) ?? null
  const entering = counting ? [] : await enter(context, heir, place, onCloud)
  const left = entering.length > 1 ? null : inProject // gone with a role on the cloud that was over
  return [...entering, ...(await own(context, heir, place, left))]
}

/** A role on the cloud, without which none in a project counts. */
async function enter(context: Context, heir: MemberRow, { cloud }: Named, over: Row | null) {
  const gone = over ? await endOnCloud(context, heir, { cloud }, over) : []
  return [...gone, await create(context, heir, { cloud, project: null }, 'collaborator')]
}

async function own(context: Context, heir: MemberRow, place: Named, row: Row | null) {
  const { db, now, self } = context
  if (!row) return [await create(context, heir, place, 'owner')]
  if (isOver(row, now)) {
    const gone = await endRow(context, heir, place, row)
    return [...gone, await create(context, heir, place, 'owner')]
  }
  const after = { role: 'owner', readOnly: false, startsAt: null, endsAt: null }
  if (row.role === 'owner' && !row.startsAt && !row.endsAt) return []
  await db.roleBinding.updateMany({
    where: { id: row.id },
    data: {
      ...after,
      ...{ origin: 'direct', createdById: self.id, warnedAt: null },
      version: { increment: 1 },
    },
  })
  return [
    {
      event: 'role_binding.changed' as const,
      subject: bindingSubject(row, heir),
      before: bindingFacts(row, heir, place),
      after: { ...bindingFacts(after, heir, place), because },
    },
  ]
}

async function create(
  context: Context,
  heir: MemberRow,
  place: Named,
  role: string,
): Promise<BindingEvent> {
  const row = await insertRow(context, heir, place, { role })
  return {
    event: 'role_binding.created',
    subject: bindingSubject(row, heir),
    after: { ...bindingFacts(row, heir, place), because },
  }
}

type Thing = { cloudId?: string; projectId?: string }

/** The thing with its names, when it is one that they own or made. */
async function placeOf({ db, now }: Context, from: string, { cloudId, projectId }: Thing) {
  const owning = { membershipId: from, role: 'owner', ...notOver(now) }
  const select = { id: true, name: true } as const
  if (projectId !== undefined) {
    const project = await db.project.findFirst({
      where: { id: projectId, OR: [{ creatorId: from }, { bindings: { some: owning } }] },
      select: { ...select, cloud: { select } },
    })
    return project && { cloud: project.cloud, project }
  }
  const cloud = await db.cloud.findFirst({
    where: {
      id: cloudId ?? '',
      OR: [{ creatorId: from }, { bindings: { some: { ...owning, projectId: null } } }],
    },
    select,
  })
  return cloud && { cloud, project: null }
}

const notOver = (now: Date) => ({ OR: [{ endsAt: null }, { endsAt: { gt: now } }] })

const notTheirs: Fault = {
  code: 'conflict',
  detail: 'This can’t be handed over: they neither own it nor made it. Look at the list again.',
}
const refusal = ({ code, detail }: Fault, index: number) => {
  const pointer = `#/handOver/${index}`
  return new Problem(code, detail, { errors: [{ pointer, detail }] })
}
