import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, SelectField, TextField } from '#components/ui/fields.client.tsx'
import { GENDERS, LEVELS, SPORT_KEYS, TEAM_COLOURS } from '#domain/sports/kinds.ts'
import type { TeamHead } from '#domain/sports/view.ts'
import { wordsOf } from '#domain/words/words.ts'

const words = wordsOf('en').sports
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What a team is called, its colour and its league. */
function TeamWords({ team }: { team?: TeamHead | undefined }) {
  return (
    <>
      <TextField name="shortName" label="Name in scores" hint="Short, as on a scoreboard: “Harbor”." defaultValue={team?.shortName} maxLength={24} required autoComplete="off" />
      <SelectField name="colour" label="Color" defaultValue={team?.colour ?? 'navy'}>
        {TEAM_COLOURS.map((colour) => (
          <option key={colour} value={colour}>
            {capital(colour)}
          </option>
        ))}
      </SelectField>
      <TextField name="league" label="League" hint="Leave it empty if there is none." defaultValue={team?.league} maxLength={60} autoComplete="off" />
    </>
  )
}

/** A new team of a school year. */
export function NewTeamForm({ action, year, shortName }: { action: FormAction; year: string; shortName: string | undefined }) {
  return (
    <ActionForm action={action} submit="Add the team" className="flex max-w-prose flex-col gap-4">
      <SelectField name="sport" label="Sport" defaultValue="">
        <option value="">Choose a sport</option>
        {SPORT_KEYS.map((sport) => (
          <option key={sport} value={sport}>
            {words.sport[sport]}
          </option>
        ))}
      </SelectField>
      <SelectField name="gender" label="Who plays" defaultValue="girls">
        {GENDERS.map((gender) => (
          <option key={gender} value={gender}>
            {words.gender[gender]}
          </option>
        ))}
      </SelectField>
      <SelectField name="level" label="Level" defaultValue="varsity">
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {words.level[level]}
          </option>
        ))}
      </SelectField>
      <TextField name="schoolYear" label="School year" defaultValue={year} required autoComplete="off" />
      <TeamWords team={shortName === undefined ? undefined : { shortName, colour: 'navy', league: '', slug: '', sport: 'soccer', level: 'varsity', gender: 'girls', schoolYear: year }} />
    </ActionForm>
  )
}

/** Changes a team that is there. */
export function TeamForm({ action, teamId, version, team }: { action: FormAction; teamId: string; version: number; team: TeamHead }) {
  return (
    <ActionForm action={action} submit="Save the team" className="flex max-w-prose flex-col gap-4">
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="version" value={version} />
      <TeamWords team={team} />
    </ActionForm>
  )
}

/** Which section the desk belongs to, and whether readers see the strip. */
export function DeskForm({ action, sections, settings }: { action: FormAction; sections: readonly { id: string; name: string }[]; settings: { sectionId: string | null; strip: boolean } }) {
  return (
    <ActionForm action={action} submit="Save" tone="" className="flex max-w-prose flex-col gap-4">
      <SelectField name="sectionId" label="Section of the sports desk" hint="Its writers may keep scores, and its front shows them." defaultValue={settings.sectionId ?? ''}>
        <option value="">None</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <CheckField name="strip" label="Show the latest scores above the front page and the section" hint="Only while something was played in the last ten days." defaultChecked={settings.strip} />
    </ActionForm>
  )
}
