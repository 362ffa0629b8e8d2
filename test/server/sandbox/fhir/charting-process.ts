import { openRepository } from '#server/sandbox/fhir/open-repository.ts'

/** Charts without end and prints each id once it is stored; started by durability.test.ts, which kills it. */
const [, , file = ''] = process.argv
const repository = openRepository({ file, now: () => new Date() })
for (;;) {
  const { resource } = repository.create({ resourceType: 'Patient', active: true })
  process.stdout.write(`${resource.id}\n`)
}
