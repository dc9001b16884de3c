/** What all forms of readers say. */
export const forms = {
  trap: 'Leave this field empty',
}
