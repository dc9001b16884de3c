'use client'

import { useState } from 'react'
import { ColourField } from '#components/newsroom/look/colour-field.client.tsx'
import { INK } from '#domain/look/colours.ts'

/** The colour of a section; left empty, it is printed in black. For dark paper the nearest tone that can be read there is taken by itself. */
export function SectionColour({ defaultValue }: { defaultValue: string }) {
  const [color, setColor] = useState(defaultValue)
  return <ColourField name="color" label="Color" side="light" value={color} onChange={setColor} otherwise={INK.light} />
}
