'use client'

import { useState } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { Box, FieldProblems } from './field-problems.client.tsx'
import { replaced } from './score-boxes.client.tsx'

type Column = { key: string; label: string; wide?: boolean; numeric?: boolean }
type Row = Record<string, string>
type Props = { action: FormAction; teamId: string; version: number; /** What the list is sent as. */ name: string; columns: readonly Column[]; rows: readonly Row[]; submit: string; add: string }

/** A list that is kept whole: lines of small boxes, sent as one. */
export function RowsForm({ action, teamId, version, name, columns, rows: given, submit, add }: Props) {
  const blank = (): Row => Object.fromEntries(columns.map(({ key }) => [key, '']))
  const [rows, setRows] = useState<Row[]>(() => (given.length === 0 ? [blank()] : [...given]))
  const filled = rows.filter((row) => Object.values(row).some((value) => value.trim() !== ''))
  return (
    <ActionForm action={action} submit={submit}>
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name={name} value={JSON.stringify(filled)} />
      {rows.map((row, index) => {
        const line = filled.indexOf(row)
        return (
          <div key={index} role="group" aria-label={`Line ${index + 1}`} className="flex flex-col gap-1 border-t border-rule pt-2">
            <div className="flex flex-wrap items-end gap-2">
              {columns.map(({ key, label, wide = false, numeric = false }) => (
                <Box key={key} label={label} value={row[key] ?? ''} at={`${name}.${line}.${key}`} wide={wide} numeric={numeric} onChange={(value) => setRows(replaced(rows, index, { ...row, [key]: value }))} />
              ))}
              <button type="button" className="button button-small min-h-11" onClick={() => setRows(rows.filter((_, at) => at !== index))}>
                Remove
              </button>
            </div>
            {line !== -1 && columns.map(({ key }) => <FieldProblems key={key} name={`${name}.${line}.${key}`} />)}
          </div>
        )
      })}
      <FieldProblems name={`${name}.list`} />
      <div>
        <button type="button" className="button button-small min-h-11" onClick={() => setRows([...rows, blank()])}>
          {add}
        </button>
      </div>
    </ActionForm>
  )
}
