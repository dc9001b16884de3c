import { readFileSync } from 'node:fs'
import path from 'node:path'
import { get_dmmf } from '@prisma/prisma-schema-wasm'
import type pg from 'pg'

const SCHEMA = path.join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma')

type Field = {
  name: string
  kind: 'scalar' | 'enum' | 'object'
  type: string
  isList: boolean
  isRequired: boolean
  nativeType: [string, string[]] | null
  default?: string | number | boolean | { name: string }
  relationFromFields?: string[]
  relationToFields?: string[]
  relationOnDelete?: string
  relationOnUpdate?: string
}
type Model = { name: string; dbName: string | null; fields: Field[] }
type Index = { model: string; type: 'id' | 'unique' | 'normal'; dbName?: string; fields: { name: string }[] }
type Datamodel = { models: Model[]; enums: { name: string; values: { name: string }[] }[]; indexes: Index[] }

const TYPES: Record<string, string> = { String: 'text', Int: 'integer', BigInt: 'bigint', Boolean: 'boolean', Json: 'jsonb', Float: 'double precision', Bytes: 'bytea' }

function columnType({ name, kind, type, nativeType, isList }: Field): string {
  if (isList) throw new Error(`${name}: lists are not known here`)
  if (kind === 'enum') return `"${type}"`
  if (nativeType === null) return TYPES[type] ?? `(no type is known here for ${type})`
  const [native, args] = nativeType
  if (native === 'Uuid') return 'uuid'
  if (native === 'Date') return 'date'
  if (native === 'Timestamptz') return `timestamp(${args[0]}) with time zone`
  return `(no type is known here for ${native})`
}

function columnDefault(model: string, field: Field): string {
  const value = field.default
  if (value === undefined) return ''
  if (typeof value === 'object') {
    if (value.name === 'now') return ' default CURRENT_TIMESTAMP'
    if (value.name === 'autoincrement') return ` default nextval('"${model}_${field.name}_seq"'::regclass)`
    return '' // uuid: made by the client
  }
  if (typeof value === 'number' || typeof value === 'boolean') return ` default ${value}`
  return ` default '${value}'::${field.kind === 'enum' ? `"${field.type}"` : TYPES[field.type]}`
}

const ACTIONS: Record<string, string> = { Cascade: 'CASCADE', Restrict: 'RESTRICT', SetNull: 'SET NULL', NoAction: 'NO ACTION', SetDefault: 'SET DEFAULT' }

/** What only the migrations say: schema.prisma knows no index over a part of the rows, and tells nothing of a type that Prisma does not support. */
const BY_HAND = [
  'unique index Schedule_one_stands on Schedule (storyId, kind) partial',
  'unique index StaffAddress_one_current on StaffAddress (staffId) partial',
  'index Notification_unread on Notification (userId) partial',
  'index Notification_for_digest on Notification (userId, at) partial',
  'index Revision_with_polls on Revision (body) partial',
  'column SearchDocument.vector tsvector not null',
  'column SearchSheet.vector tsvector not null',
  'index Story_live on Story (firstPublishedAt, id) partial',
  'index Story_live_in_section on Story (liveSectionId, firstPublishedAt, id) partial',
  'index Story_findable on Story (firstPublishedAt, lastPublishedAt) partial',
]

/** What prisma/schema.prisma asks of a database: one line a column, key, index, foreign key and enum, sorted. */
export function expectedShape(schema: string = readFileSync(SCHEMA, 'utf8')): string[] {
  const { datamodel }: { datamodel: Datamodel } = JSON.parse(get_dmmf(JSON.stringify({ prismaSchema: [['schema.prisma', schema]], noColor: true })))
  const lines = [...BY_HAND, ...datamodel.enums.map(({ name, values }) => `enum ${name}: ${values.map((value) => value.name).join(', ')}`)]
  for (const { name, dbName, fields } of datamodel.models) {
    const table = dbName ?? name
    lines.push(`table ${table}`)
    for (const field of fields) {
      if (field.kind !== 'object') {
        lines.push(`column ${table}.${field.name} ${columnType(field)}${field.isRequired ? ' not null' : ''}${columnDefault(table, field)}`)
        continue
      }
      const from = field.relationFromFields ?? []
      if (from.length === 0) continue
      const onDelete = ACTIONS[field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull')]
      const onUpdate = ACTIONS[field.relationOnUpdate ?? 'Cascade']
      lines.push(`foreign key ${table}_${from.join('_')}_fkey (${from.join(', ')}) to ${field.type} (${field.relationToFields?.join(', ')}) on delete ${onDelete} on update ${onUpdate}`)
    }
  }
  for (const { model, type, dbName, fields } of datamodel.indexes) {
    const columns = fields.map(({ name }) => name)
    const name = dbName ?? { id: `${model}_pkey`, unique: `${model}_${columns.join('_')}_key`, normal: `${model}_${columns.join('_')}_idx` }[type]
    lines.push(`${{ id: 'primary key', unique: 'unique index', normal: 'index' }[type]} ${name} on ${model} (${columns.join(', ')})`)
  }
  return lines.sort()
}

const CATALOG = `
  SELECT 'enum ' || t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
  UNION ALL
  SELECT 'table ' || relname FROM ours
  UNION ALL
  SELECT 'column ' || o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT CASE WHEN i.indisprimary THEN 'primary key ' WHEN i.indisunique THEN 'unique index ' ELSE 'index ' END || c.relname || ' on ' || o.relname
      || ' (' || (SELECT string_agg(coalesce(a.attname, '(an expression)'), ', ' ORDER BY k.n) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, n)
                    LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = k.attnum) || ')' || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END
    FROM ours o JOIN pg_index i ON i.indrelid = o.oid JOIN pg_class c ON c.oid = i.indexrelid
  UNION ALL
  SELECT 'foreign key ' || k.conname || ' (' || columns(k.conrelid, k.conkey) || ') to ' || f.relname || ' (' || columns(k.confrelid, k.confkey) || ')'
      || ' on delete ' || action(k.confdeltype) || ' on update ' || action(k.confupdtype)
    FROM ours o JOIN pg_constraint k ON k.conrelid = o.oid AND k.contype = 'f' JOIN pg_class f ON f.oid = k.confrelid`

const HELPERS = `
  CREATE FUNCTION pg_temp.columns(oid, int2[]) RETURNS text LANGUAGE sql AS
    $$ SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest($2) WITH ORDINALITY k(attnum, n) JOIN pg_attribute a ON a.attrelid = $1 AND a.attnum = k.attnum $$;
  CREATE FUNCTION pg_temp.action("char") RETURNS text LANGUAGE sql AS
    $$ SELECT CASE $1 WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END $$;`

/** The same lines, of a database that stands. Prisma's own table of migrations is left out. */
export async function actualShape(client: pg.Client): Promise<string[]> {
  await client.query('BEGIN')
  try {
    await client.query(HELPERS)
    const { rows } = await client.query<{ line: string }>(
      `WITH ours AS (SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations')
       ${CATALOG.replaceAll(/\b(columns|action)\(/g, 'pg_temp.$1(')}`,
    )
    return rows.map(({ line }) => line).sort()
  } finally {
    await client.query('ROLLBACK')
  }
}
