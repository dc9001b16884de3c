'use client'

import { useEffect, useRef, useState } from 'react'

/** The widths of a phone, a tablet and a desk, with the height that is seen of each. */
const SCREENS = [
  { name: 'Phone', width: 375, height: 760 },
  { name: 'Tablet', width: 768, height: 1024 },
  { name: 'Desk', width: 1440, height: 1000 },
] as const

/** The draft as readers would see it on three screens, each made smaller where it does not fit. `version`: of the draft. */
export function FrontPreview({ version }: { version: number }) {
  return (
    <section aria-labelledby="preview" className="mt-8">
      <h2 id="preview" className="font-serif text-xl font-semibold">
        Preview
      </h2>
      <p className="mb-3 text-sm text-soft">The draft as readers would see it now. Links open in a new tab.</p>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_1.5fr_2.5fr]">
        {SCREENS.map((screen) => (
          <Screen key={screen.width} {...screen} version={version} />
        ))}
      </div>
    </section>
  )
}

function Screen({ name, width, height, version }: { name: string; width: number; height: number; version: number }) {
  const box = useRef<HTMLDivElement>(null)
  // Before script has run, it is scrolled sideways.
  const [scale, setScale] = useState<number | null>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [width])
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-sm font-semibold">
        {name}, {width} pixels
      </figcaption>
      <div ref={box} className={scale === null ? 'overflow-x-auto' : 'overflow-hidden'} style={scale === null ? {} : { height: height * scale }}>
        <iframe
          title={`Preview: ${name}, ${width} pixels wide`}
          src={`/newsroom/front/preview?draft=${version}`}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
          width={width}
          height={height}
          className="origin-top-left border border-strong bg-paper"
          style={{ width, maxWidth: 'none', ...(scale === null ? {} : { transform: `scale(${scale})` }) }}
        />
      </div>
    </figure>
  )
}
