import { z } from 'zod'
import { folderHolder } from '#server/store/folder-lock.ts'

const Counts = z.record(z.string(), z.number())
const Status = z.object({ arrivals: Counts, publications: Counts, notes: z.object({ read: z.number() }) })

/** What a running service still has to do: arrivals and writes that are open, and notes that it has not read yet. */
export async function openAt(dataFolder: string, notes: number): Promise<number> {
  const holder = folderHolder(dataFolder)
  if (!holder?.control) throw new Error('No service holds the folder.')
  const headers = { authorization: `Bearer ${holder.token}` }
  const answer = await fetch(`${holder.control}/control/status`, { method: 'POST', headers })
  const { arrivals, publications, notes: shelf } = Status.parse(await answer.json())
  const { waiting = 0, reading = 0 } = arrivals
  const { planned = 0, sent = 0, unknown = 0 } = publications
  return waiting + reading + planned + sent + unknown + Math.max(0, notes - shelf.read)
}
