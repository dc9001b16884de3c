import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, RadioField, SelectField, TextField } from '#components/ui/fields.client.tsx'
import { NETWORK_KEYS, NETWORKS, PLACES_FOR_LINKS } from '#domain/look/links.ts'
import type { PaperLook } from '#domain/look/look.ts'
import { TYPEFACE_KEYS, TYPEFACES } from '#domain/look/typefaces.ts'
import type { OwnAddress } from '#server/look/queries.ts'
import { LANGUAGES } from '#domain/words/language.ts'
import { ColourFields } from './colour-fields.client.tsx'
import { LinkList } from './link-list.client.tsx'
import { LogoField } from './logo-field.client.tsx'

type Props = { paper: PaperLook; version: number; own: readonly OwnAddress[]; action: FormAction }

/** Pages that every paper has. */
const EVERYWHERE: readonly OwnAddress[] = [{ href: '/archive', name: 'Archive' }, { href: '/staff', name: 'Staff' }, { href: '/how-we-edit', name: 'How we edit' }, { href: '/corrections', name: 'Corrections' }, { href: '/search', name: 'Search' }]

/** Everything that makes the paper look as it does, in one form: tried out first, then saved. */
export function LookForm({ paper, version, own, action }: Props) {
  const { look } = paper
  const addresses = [...own, ...EVERYWHERE]
  return (
    <ActionForm action={action} submit="Save for readers" also={{ name: 'do', value: 'try', label: 'Show me a preview' }} className="flex max-w-4xl flex-col gap-8">
      <input type="hidden" name="version" value={version} />
      <Part id="names" title="Name and language">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label="Name" defaultValue={paper.name} required />
          <TextField name="motto" label="Motto" defaultValue={paper.motto} />
          <SelectField name="language" label="Language" hint="Of the paper’s own words and dates. The newsroom stays English." defaultValue={paper.language}>
            {Object.entries(LANGUAGES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="timeZone" label="Time zone" hint="Every date of the paper is told in it." defaultValue={paper.timeZone}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
        </div>
      </Part>
      <Part id="logo" title="Logo">
        <LogoField logo={look.logo} />
      </Part>
      <Part id="typefaces" title="Typefaces">
        <RadioField name="typefaces" label="Headlines and text, labels and captions" defaultValue={look.typefaces} choices={TYPEFACE_KEYS.map((value) => ({ value, label: TYPEFACES[value].name, hint: TYPEFACES[value].hint }))} />
      </Part>
      <Part id="colours" title="Colors">
        <ColourFields accent={look.accent} masthead={look.masthead} />
      </Part>
      <Part id="links" title="Links around the pages">
        <CheckField name="sections" label="The head begins with the sections, in their order" defaultChecked={look.navigation.sections} />
        <datalist id="own-addresses">
          {addresses.map(({ href, name }) => (
            <option key={href} value={href}>
              {name}
            </option>
          ))}
        </datalist>
        <LinkList place="head" legend="In the head" hint="A page of the paper, such as /about, or a whole address with https://." links={look.navigation.head} most={PLACES_FOR_LINKS.head} suggestions="own-addresses" />
        <LinkList place="foot" legend="In the foot" hint="They stand before the pages that every paper has, such as Search and Corrections." links={look.navigation.foot} most={PLACES_FOR_LINKS.foot} suggestions="own-addresses" />
      </Part>
      <Part id="networks" title="The paper elsewhere">
        <div className="grid gap-4 sm:grid-cols-2">
          {NETWORK_KEYS.map((network) => (
            <TextField key={network} name={`social.${network}`} label={NETWORKS[network].name} defaultValue={look.social[network] ?? ''} placeholder={`https://${NETWORKS[network].hosts?.[0] ?? 'mastodon.example'}/…`} inputMode="url" />
          ))}
        </div>
      </Part>
    </ActionForm>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`look-${id}`} className="flex flex-col gap-4 border-t border-rule pt-4">
      <h2 id={`look-${id}`} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
