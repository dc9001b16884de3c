import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField } from '#components/ui/fields.client.tsx'
import { COPYDESK_LEVELS, type CopydeskLevel, type Rule } from '#domain/copydesk/finding.ts'
import { RULE_EXAMPLES } from './rule-examples.ts'

const LEVEL_NAMES: Record<CopydeskLevel, string> = { OFF: 'Off', ADVISORY: 'Advisory', BLOCKING: 'Blocking' }

type Levels = { paper: CopydeskLevel | null; sections: Readonly<Record<string, CopydeskLevel>> }
type Section = { id: string; name: string }
type Props = { rule: Pick<Rule, 'id' | 'name' | 'source' | 'defaultLevel'>; levels: Levels | undefined; sections: readonly Section[]; change: FormAction | null }

const LevelOptions = ({ inherit }: { inherit: string }) => (
  <>
    <option value="">{inherit}</option>
    {COPYDESK_LEVELS.map((level) => (
      <option key={level} value={level}>
        {LEVEL_NAMES[level]}
      </option>
    ))}
  </>
)

/** One rule of the copy desk: what it finds, where it comes from, and what it may say, in the paper and in each section. */
export function RuleSettings({ rule, levels = { paper: null, sections: {} }, sections, change }: Props) {
  const paper = levels.paper ?? rule.defaultLevel
  const apart = sections.flatMap(({ id, name }) => (levels.sections[id] === undefined ? [] : [`${name}: ${LEVEL_NAMES[levels.sections[id]].toLowerCase()}`]))
  const { wrong, right } = RULE_EXAMPLES[rule.id] ?? { wrong: '', right: '' }
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{rule.name}</h3>
        <p className={`text-sm ${paper === 'BLOCKING' ? 'font-semibold text-bad' : paper === 'OFF' ? 'text-soft' : ''}`}>
          {LEVEL_NAMES[paper]}
          {apart.length > 0 && <span className="text-soft"> · {apart.join(', ')}</span>}
        </p>
      </div>
      <p className="font-serif text-sm break-words">
        {wrong} {right !== '' && <span className="text-good">→ {right}</span>}
      </p>
      <p className="text-sm text-soft">{rule.source}</p>
      {change !== null && (
        <details>
          <summary className="cursor-pointer py-1 text-sm">
            Change<span className="sr-only"> {rule.name}</span>
          </summary>
          <ActionForm action={change} submit="Save" tone="" className="mt-2 flex flex-col gap-3">
            <input type="hidden" name="ruleId" value={rule.id} />
            <div className="grid gap-3 sm:grid-cols-3">
              <SelectField name="paper" label="The paper" defaultValue={levels.paper ?? ''}>
                <LevelOptions inherit={`As it comes (${LEVEL_NAMES[rule.defaultLevel].toLowerCase()})`} />
              </SelectField>
              {sections.map(({ id, name }) => (
                <SelectField key={id} name={`section-${id}`} label={name} defaultValue={levels.sections[id] ?? ''}>
                  <LevelOptions inherit="As the paper" />
                </SelectField>
              ))}
            </div>
          </ActionForm>
        </details>
      )}
    </li>
  )
}
