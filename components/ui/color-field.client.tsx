'use client'

import { useState } from 'react'
import { contrast, DARK_PAPER, isColor, LIGHT_PAPER, readable, TEXT_CONTRAST } from '#domain/contrast.ts'
import { TextField } from './fields.client.tsx'

const at = (color: string, ground: string) => `${contrast(color, ground).toFixed(1)} to 1`

/** A colour as text and by the browser's own palette, with what it will look like on both papers and whether it can be read there. */
export function ColorField({ name, label, defaultValue }: { name: string; label: string; defaultValue: string }) {
  const [color, setColor] = useState(defaultValue)
  const known = isColor(color) ? color.toLowerCase() : null
  const light = known === null ? null : readable(known, LIGHT_PAPER, TEXT_CONTRAST)
  const dark = known === null ? null : readable(known, DARK_PAPER, TEXT_CONTRAST)
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
        <TextField name={name} label={label} hint="As #1f4e79. Left empty, it is printed in black." value={color} onChange={(event) => setColor(event.target.value)} spellCheck={false} autoCapitalize="none" maxLength={7} />
        <input type="color" aria-label={`Choose the ${label.toLowerCase()}`} value={known ?? '#1b1a17'} onChange={(event) => setColor(event.target.value)} className="h-10 w-14 cursor-pointer" />
      </div>
      {known !== null && light !== null && dark !== null && (
        <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="rounded-sm border border-rule px-2 py-1 font-semibold" style={{ color: known, background: LIGHT_PAPER }}>
            On light paper
          </span>
          <span className="rounded-sm border border-rule px-2 py-1 font-semibold" style={{ color: dark, background: DARK_PAPER }}>
            On dark paper
          </span>
          {light === known ? (
            <span className="text-soft">Contrast {at(known, LIGHT_PAPER)}</span>
          ) : (
            <>
              <span className="font-semibold text-bad">
                Contrast {at(known, LIGHT_PAPER)}: too pale to read ({TEXT_CONTRAST} to 1 is needed)
              </span>
              <button type="button" className="button button-small" onClick={() => setColor(light)}>
                Take {light}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  )
}
