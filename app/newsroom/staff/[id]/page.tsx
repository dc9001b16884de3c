import { NotHere } from '#components/newsroom/forbidden.tsx'
import { PositionForm } from '#components/newsroom/people/position-form.tsx'
import { ProfileForm } from '#components/newsroom/people/profile-form.client.tsx'
import { PicturePreview } from '#components/newsroom/picture/picture-preview.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionChoices } from '#server/settings/queries.ts'
import { profileOf, type Profile } from '#server/staff/profile.ts'
import { changePositionAction, changeProfileAction, markAwayAction } from '../actions.ts'

const asOf = ({ position, schoolYear, classOf, absentUntil }: Profile) =>
  [position, schoolYear, classOf === null ? null : `Class of ${classOf}`, absentUntil === null ? null : `away until ${absentUntil}`].filter((part) => part !== null && part !== '').join(' · ')

export default async function ProfilePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const profile = await profileOf(actor, (await params).id)
  if (profile === null) return <NotHere />
  const { staffId, may } = profile
  const sections = await sectionChoices(actor)
  return (
    <>
      <title>{`${profile.name} · Newsroom`}</title>
      <PageHeader
        title={profile.name}
        lead={asOf(profile)}
        action={
          <div className="flex flex-wrap gap-2">
            {profile.publicPath !== null && (
              <a href={profile.publicPath} className="button">
                As readers see it
              </a>
            )}
            <a href="/newsroom/staff" className="button">
              All staff
            </a>
          </div>
        }
      />
      <div className="grid max-w-5xl items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <section aria-labelledby="profile" className="panel flex flex-col gap-4">
          <h2 id="profile" className="font-serif text-xl font-semibold">
            Profile
          </h2>
          {may.edit ? (
            <ProfileForm staffId={staffId} bio={profile.bio} portrait={profile.portrait} portraitAlt={profile.portraitAlt} may={{ approveFairUse: decide(actor.role, 'approveFairUse').allowed, editRights: decide(actor.role, 'editMedia').allowed }} save={changeProfileAction} />
          ) : (
            <>
              {profile.portrait !== null && <PicturePreview asset={profile.portrait} alt={profile.portraitAlt} />}
              <p className="text-sm whitespace-pre-line">{profile.bio || 'Nothing yet.'}</p>
            </>
          )}
        </section>
        <div className="flex flex-col gap-6">
          <section aria-labelledby="position" className="panel flex flex-col gap-4">
            <h2 id="position" className="font-serif text-xl font-semibold">
              At the paper
            </h2>
            {may.setPosition ? (
              <PositionForm staffId={staffId} position={profile.position} sectionIds={profile.sectionIds} sections={sections} save={changePositionAction} />
            ) : (
              <p className="text-sm">{[profile.position, ...sections.filter(({ id }) => profile.sectionIds.includes(id)).map(({ name }) => name)].filter((part) => part !== '').join(', ') || 'No position yet.'}</p>
            )}
          </section>
          {may.markAway && profile.userId !== null && (
            <section aria-labelledby="away" className="panel flex flex-col gap-4">
              <h2 id="away" className="font-serif text-xl font-semibold">
                Away
              </h2>
              <ActionForm action={markAwayAction} submit="Save" tone="">
                <input type="hidden" name="userId" value={profile.userId} />
                <TextField name="until" label="Away until" hint="Leave it empty if nobody is away. Drafts that wait too long go to their next owner." type="date" defaultValue={profile.absentUntil ?? ''} />
              </ActionForm>
            </section>
          )}
        </div>
      </div>
    </>
  )
}
