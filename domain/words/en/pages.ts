/** Pages that tell of the paper itself. */
export const pages = {
  lastChanged: 'Last changed',
}
