import { z } from 'zod'
import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { FoundInThePaper } from '#components/newsroom/people/found-in-the-paper.tsx'
import { OptOutFields, OptOutPerson } from '#components/newsroom/people/opt-out-list.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { namedInThePaper } from '#server/opt-out/in-the-paper.ts'
import { optOutList } from '#server/opt-out/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { addOptOutAction, changeOptOutAction, removeOptOutAction } from './actions.ts'

export const metadata = { title: 'Opt-out list' }

export default async function OptOutPage({ searchParams }: { searchParams: Promise<{ find?: string | string[] }> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'keepOptOutList')
  const list = await optOutList(actor)
  if (!verdict.allowed || list === null) return <Forbidden reason={verdict.allowed ? 'There is no list.' : verdict.reason} />
  const { timeZone } = await paperSettings(actor)
  const wanted = z.uuid().safeParse((await searchParams).find)
  const found = wanted.success ? await namedInThePaper(actor, wanted.data) : null
  return (
    <>
      <PageHeader
        title="Opt-out list"
        lead="People who must not appear in the paper. Advisers and admins alone see this list. Whoever writes one of these names is told that their own passage needs the adviser, and nothing else."
      />
      {found !== null && <FoundInThePaper found={found} />}
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <section aria-label="On the list" className="panel">
          {list.length === 0 && <p className="text-sm text-soft">Nobody is on the list.</p>}
          <ul className="divide-y divide-rule">
            {list.map((person) => (
              <OptOutPerson key={person.id} person={person} timeZone={timeZone} change={changeOptOutAction} remove={removeOptOutAction} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="add" className="panel">
          <h2 id="add" className="mb-3 font-serif text-xl font-semibold">
            Add somebody
          </h2>
          <ActionForm key={list.length} action={addOptOutAction} submit="Add to the list">
            <OptOutFields />
          </ActionForm>
        </section>
      </div>
    </>
  )
}
