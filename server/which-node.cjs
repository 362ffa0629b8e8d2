'use strict'
// Plain syntax on purpose: this file must run on the old Node that it complains about.
const wanted = '24.21.0'
const major = Number(process.versions.node.split('.')[0])
if (major !== 24) {
  process.stderr.write(
    `irAE Agent runs on Node 24 LTS; this is Node ${process.versions.node}.\n` +
      `On Linux x64 "npm install" brings Node ${wanted} and "npm run" uses it: run "npm install" without --omit=optional.\n` +
      `Elsewhere install Node ${wanted} from https://nodejs.org (or: nvm install ${wanted}) and try again.\n`,
  )
  process.exit(1)
}
