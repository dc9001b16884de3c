/** What all forms of readers say. */
export const forms = {
  trap: 'Leave this field empty',
  /** What is answered in plain text where a form cannot be read, by the status. */
  refused: {
    400: 'The form did not arrive whole. Go back and send it again.',
    403: 'This form was not sent from this site. Open the page again and fill it in there.',
    413: 'This is too much text. Go back and make it shorter.',
    415: 'Use the form on our page.',
  },
}
