import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RequestForm } from './request-form.tsx'

const VALUES = { story: '/news/a', ground: 'PRIVACY', problem: 'It names <me>.', wish: 'Take it out.', name: 'Rosa', email: 'rosa@' }

test('every word comes back, and each problem stands beside its field and above the form', () => {
  const html = renderToStaticMarkup(<RequestForm values={VALUES} problems={[{ field: 'email', message: 'Enter an e-mail address.' }, { message: 'Wait a minute.' }]} language="en" />)
  for (const word of ['value="/news/a"', 'It names &lt;me&gt;.', 'Take it out.', 'value="Rosa"', 'value="rosa@"']) expect(html).toContain(word)
  expect(html).toMatch(/<input[^>]*value="PRIVACY"[^>]*checked=""|<input[^>]*checked=""[^>]*value="PRIVACY"/)
  expect(html).toMatch(/<input id="email" aria-invalid="true" aria-describedby="email-hint email-problem"/)
  expect(html).toContain('<p id="email-problem" class="form-problem">Enter an e-mail address.</p>')
  expect(html).toContain('<a href="#email">Enter an e-mail address.</a>')
  expect(html).toContain('<li>Wait a minute.</li>')
  expect(html.match(/aria-invalid/g)).toHaveLength(1)
})

test('it is a plain form that is sent as a document, and its trap cannot be reached', () => {
  const html = renderToStaticMarkup(<RequestForm values={{}} problems={[]} language="en" />)
  expect(html).toContain('action="/api/corrections/request" method="post"')
  expect(html).not.toContain('role="alert"')
  expect(html).toMatch(/aria-hidden="true"><label for="website">.*tabindex="-1"/i)
})
