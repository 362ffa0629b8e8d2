import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A file of the project as text, by its path from the root. */
export const fileAt = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Cells of every table row of a page whose first cell is a name in code marks: ``| `NAME` | … |``. */
export function namedRows(page: string): readonly (readonly string[])[] {
  return page
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
    .map((line) => line.slice(1, -1).split(' | ').map(bare))
}

const bare = (cell: string): string => cell.trim().replace(/^`([^`]*)`$/, '$1')
