import { summaryWords } from '#domain/copydesk/summary.ts'

/** The copy desk's summary for a list: "3 to look at, 1 blocking, 2 let stand". */
export function deskWords({ advisory, blocking, letStand }: { advisory: number; blocking: number; letStand: number }): string {
  const open = summaryWords({ advisory, blocking })
  return letStand === 0 ? open : `${open}, ${letStand} let stand`
}
