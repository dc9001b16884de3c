'use client'

import { useEffect, useEffectEvent } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import { fetchAssets } from '../editor/fetch-assets.ts'

const EVERY_MS = 2_000

/** Asks every two seconds how a picture stands, until it is prepared or cannot be. */
export function useWaitingAsset(asset: NewsroomAsset | undefined, onAsset: (asset: NewsroomAsset) => void): void {
  const waitsFor = asset?.status === 'PENDING' ? asset.id : null
  const tell = useEffectEvent(onAsset)
  useEffect(() => {
    if (waitsFor === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const ask = async () => {
      const [found] = await fetchAssets([waitsFor])
      if (!wanted) return
      if (found !== undefined && found.status !== 'PENDING') tell(found)
      else timer = setTimeout(() => void ask(), EVERY_MS)
    }
    timer = setTimeout(() => void ask(), EVERY_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [waitsFor])
}
