import { roundFocus, type Focus } from '#domain/picture-crop.ts'

/** How far one press of an arrow key moves the point: a hundredth of the side, with Shift a tenth. */
const STEP = 0.01
const LARGE_STEP = 0.1

const MOVES: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Where a key moves the focal point, or null for a key that does not. */
export function movedByKey(focus: Focus, key: string, isLarge: boolean): Focus | null {
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined
  if (move === undefined) return null
  const step = isLarge ? LARGE_STEP : STEP
  return roundFocus({ focalX: focus.focalX + move[0] * step, focalY: focus.focalY + move[1] * step })
}

/** The point of a picture that was pointed at. `box`: where the picture stands; all in the same units. */
export function pointedAt(box: { left: number; top: number; width: number; height: number }, x: number, y: number): Focus {
  if (box.width <= 0 || box.height <= 0) return { focalX: 0.5, focalY: 0.5 }
  return roundFocus({ focalX: (x - box.left) / box.width, focalY: (y - box.top) / box.height })
}

/** A fraction as a person reads it: 0.333 is "33%". */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`
}

/** A focal point in words: "30% from the left, 45% from the top". */
export function focusInWords({ focalX, focalY }: Focus): string {
  return `${percent(focalX)} from the left, ${percent(focalY)} from the top`
}
