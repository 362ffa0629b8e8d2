import { failures, SurveillanceError } from '#server/errors.ts'

/** One line for a tired person about what stopped a process or a command: what is wrong and what to do; undefined for a bug. */
export function complaintAbout(error: unknown): string | undefined {
  if (error instanceof SurveillanceError) return `${error.code}: ${failures[error.code].text} ${toDo(error)}`
  return error instanceof Error ? aboutMachine(error) : undefined
}

function toDo({ code, about }: SurveillanceError): string {
  switch (code) {
    case 'STORE_LOCKED':
      return `Process ${about.pid} holds it: stop it, or set DATA_FOLDER to another folder.`
    case 'STORE_UNREACHABLE':
      return 'Check DATABASE_URL and that the server runs.'
    case 'STORE_DAMAGED':
      return 'Put DATA_FOLDER back from a backup, or set it to an empty folder. docs/operating.md says more.'
    default:
      return 'docs/errors.md says what to do.'
  }
}

/** What the operating system refuses, by its code; paths and ports are settings or arguments, never words from a chart. */
function aboutMachine(error: NodeJS.ErrnoException & { readonly port?: number; readonly address?: string }) {
  const { code, path = 'The file', port } = error
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Set PORT to a free one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine. Leave it unset for 127.0.0.1.'
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be used by this user. Change its permissions or give another place.`
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is no folder. Set DATA_FOLDER to a folder.`
    case 'EROFS':
    case 'ENOSPC':
      return `${path} cannot be written (${code}): the disk is full or read-only.`
    default:
      return undefined
  }
}
