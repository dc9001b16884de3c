import { DictionarySettings } from '#components/newsroom/copydesk/dictionary-settings.tsx'
import { RuleSettings } from '#components/newsroom/copydesk/rule-settings.tsx'
import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RULES } from '#domain/copydesk/rules.ts'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskSettings } from '#server/copydesk/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { addPaperWordAction, removePaperWordAction, setRuleLevelsAction } from './actions.ts'

export default async function CopydeskSettingsPage() {
  const actor = await requireActor()
  const [paper, settings] = await Promise.all([paperSettings(actor), copydeskSettings(actor)])
  if (settings === null) return <Forbidden reason="The copy desk is set up by editors and advisers." />
  return (
    <>
      <title>Copy desk · Newsroom</title>
      <PageHeader title="Copy desk" lead="An advisory rule is a remark. A blocking rule holds a story up until it is settled, or until an editor or adviser who did not write it lets the passage stand." />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="rules" className="min-w-0">
          <h2 id="rules" className="font-serif text-xl font-semibold">
            Rules
          </h2>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {RULES.map((rule) => (
              <RuleSettings key={rule.id} rule={rule} levels={settings.levels[rule.id]} sections={settings.sections} change={settings.may.set ? setRuleLevelsAction : null} />
            ))}
          </ul>
        </section>
        <DictionarySettings words={settings.words} add={addPaperWordAction} remove={removePaperWordAction} timeZone={paper.timeZone} />
      </div>
    </>
  )
}
