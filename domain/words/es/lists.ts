import type { Words } from '../words.ts'

const stories = (count: number) => (count === 1 ? '1 artículo' : `${count.toLocaleString('es')} artículos`)

export const lists: Words['lists'] = {
  emptySection: 'Todavía no se ha publicado nada en esta sección.',
  closedSection: 'Esta sección está cerrada. Sus artículos siguen en el periódico.',
  partsOf: (section) => `Partes de ${section}`,
  all: (section) => `Todo ${section}`,
  newest: (list) => `Lo más reciente de ${list}`,
  older: 'Artículos anteriores',
  olderOf: (list) => `${list}: artículos anteriores`,
  olderStories: 'Artículos anteriores',
  moreStories: 'Más artículos',
  topic: 'Tema',
  topics: 'Temas',
  aboutTopic: (tag, paper) => `Artículos sobre ${tag} en ${paper}.`,
  storiesBy: (name: string) => `Artículos de ${name}`,
  aboutSection: (section, paper) => `Lo último de la sección ${section} de ${paper}.`,
  series: 'Serie',
  partOf: (part, of) => `Parte ${part} de ${of}`,
  previousPart: 'Parte anterior',
  nextPart: 'Parte siguiente',
  inSeries: (parts) => (parts === 1 ? 'Una parte hasta ahora' : `${parts} partes`),
  archive: 'Hemeroteca',
  archiveLead: 'Todos los artículos que este periódico ha publicado y sigue sosteniendo, en el orden en que salieron.',
  aboutArchive: (paper) => `Todos los artículos de ${paper} por curso, mes y día.`,
  aboutPeriod: (period, paper) => `Lo que publicó ${paper}: ${period}.`,
  emptyArchive: 'Todavía no se ha publicado nada.',
  schoolYear: (year) => `Curso ${year}`,
  stories,
  calendarOf: (month) => `Los días de ${month} y cuántos artículos salieron en cada uno`,
}
