'use client'

import { useEffect, useRef, useState } from 'react'

/** The widths of a phone, a tablet and a desk, with the height that is seen of each. */
const SCREENS = [
  { name: 'Phone', width: 375, height: 760 },
  { name: 'Tablet', width: 768, height: 1024 },
  { name: 'Desk', width: 1440, height: 1000 },
] as const

/** A page as readers would see it on three screens, each made smaller where it does not fit. `title`: of the frames; `src`: a page that our server sends without script. */
export function PreviewScreens({ title, src }: { title: string; src: string }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_1.5fr_2.5fr]">
      {SCREENS.map((screen) => (
        <Screen key={screen.width} {...screen} title={title} src={src} />
      ))}
    </div>
  )
}

type ScreenProps = { name: string; width: number; height: number; title: string; src: string }

function Screen({ name, width, height, title, src }: ScreenProps) {
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
          title={`${title}: ${name}, ${width} pixels wide`}
          src={src}
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
