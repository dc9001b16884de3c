import { z } from 'zod'

type Values = Record<string, unknown>

/** Words of a node, kept in `data-<name>` on the clipboard and cut where their field ends. */
export function wordAttribute(name: string, longest: number) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => (element.getAttribute(`data-${name}`) ?? '').slice(0, longest),
    renderHTML: (values: Values) => ({ [`data-${name}`]: values[name] }),
  }
}

/** Words that may be absent. `attribute`: the name in the document. */
export function optionalWords(attribute: string, dataName: string, longest: number) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${dataName}`)?.slice(0, longest) ?? null,
    renderHTML: (values: Values) => (values[attribute] === null ? {} : { [`data-${dataName}`]: values[attribute] }),
  }
}

/** For a parse rule: takes the element only where this attribute of it is a UUID. */
export function onlyWithId(name: string) {
  return (element: HTMLElement) => (z.uuid().safeParse(element.getAttribute(name)).success ? null : false)
}
