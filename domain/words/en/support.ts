/** Donations and advertisements. */
export const support = {
  advertisement: 'Advertisement',
  give: 'Give to the paper',
  at: (site: string) => `at ${site}`,
  soFar: (raised: string, goal: string) => `${raised} of ${goal} so far`,
}
