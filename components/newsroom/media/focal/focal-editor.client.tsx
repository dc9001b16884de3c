'use client'

import { useId, useRef } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Focus } from '#domain/picture-crop.ts'
import { thumbnailSource } from '../library/thumbnail.tsx'
import { CropPreviews } from './crop-previews.tsx'
import { focusInWords, movedByKey, percent, pointedAt } from './focal-point.ts'

type Props = {
  asset: NewsroomAsset
  focus: Focus
  readOnly: boolean
  /** Called at every step; `settled`: the hand has come to rest, so that it may be saved. */
  onChange: (focus: Focus, settled: boolean) => void
}

/** Says what of a picture must stay in sight when it is cropped: by a click, by arrow keys, or by two sliders. */
export function FocalEditor({ asset, focus, readOnly, onChange }: Props) {
  const id = useId()
  const picture = useRef<HTMLImageElement>(null)
  const slider = (name: 'focalX' | 'focalY', label: string) => (
    <div className="flex flex-col gap-1">
      <label htmlFor={`${id}-${name}`} className="text-sm">
        {label}
      </label>
      <input
        id={`${id}-${name}`}
        type="range"
        min={0}
        max={100}
        step={1}
        disabled={readOnly}
        value={Math.round(focus[name] * 100)}
        aria-valuetext={percent(focus[name])}
        onChange={(event) => onChange({ ...focus, [name]: Number(event.currentTarget.value) / 100 }, false)}
        onPointerUp={() => onChange(focus, true)}
        onBlur={() => onChange(focus, true)}
        className="h-8 w-full accent-accent"
      />
    </div>
  )
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
      <h2 id={`${id}-title`} className="text-base font-semibold">
        What must stay in sight
      </h2>
      <p id={`${id}-hint`} className="text-sm text-soft">
        Click the most important spot, such as a face. Every crop keeps it. By keyboard: the arrow keys on the picture, or the sliders.
      </p>
      <button
        type="button"
        disabled={readOnly}
        aria-label={`Most important spot: ${focusInWords(focus)}`}
        aria-describedby={`${id}-hint`}
        onClick={(event) => {
          const box = picture.current?.getBoundingClientRect()
          // Enter and Space click as well, at no place.
          if (box !== undefined && event.detail > 0) onChange(pointedAt(box, event.clientX, event.clientY), true)
        }}
        onKeyDown={(event) => {
          const moved = movedByKey(focus, event.key, event.shiftKey)
          if (moved === null) return
          event.preventDefault()
          onChange(moved, false)
        }}
        className="relative block w-fit max-w-full cursor-crosshair self-center leading-none disabled:cursor-default"
      >
        <img ref={picture} src={thumbnailSource(asset, 900)} alt={asset.alt} width={asset.width} height={asset.height} className="h-auto max-h-[70vh] w-auto max-w-full rounded-sm bg-wash" />
        <span
          aria-hidden="true"
          style={{ left: percent(focus.focalX), top: percent(focus.focalY) }}
          className="pointer-events-none absolute size-8 -translate-x-1/2 -translate-y-1/2 rounded-full border-3 border-[white] shadow-[0_0_0_2px_black,inset_0_0_0_1px_black]"
        />
      </button>
      <div className="grid gap-3 sm:grid-cols-2">
        {slider('focalX', 'From the left')}
        {slider('focalY', 'From the top')}
      </div>
      <CropPreviews asset={asset} focus={focus} />
    </section>
  )
}
