import type { FastifyReply } from 'fastify'
import { html, type Markup } from './markup.ts'

export interface Page {
  readonly title: string
  readonly body: Markup
  readonly status?: number
  /** sets the layout of the stylesheet */
  readonly kind: 'card' | 'list' | 'chart'
}

/** Origins that a page may lead to beside its own: frames it shows, forms that end in a redirect. */
export interface Neighbours {
  readonly frames?: readonly string[]
  readonly forms?: readonly string[]
  /** the chart shows the authorization pages in its panel frame; nobody frames the chart */
  readonly framedBy?: "'self'" | "'none'"
}

/** Sends a whole page under a policy that lets in nothing foreign. */
export function sendPage(reply: FastifyReply, page: Page, neighbours: Neighbours = {}): FastifyReply {
  return reply
    .code(page.status ?? 200)
    .headers(pageHeaders(neighbours))
    .type('text/html; charset=utf-8')
    .send(document(page).markup)
}

export function pageHeaders({ frames = [], forms = [], framedBy = "'none'" }: Neighbours = {}) {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-src 'self' ${frames.join(' ')}`.trim(),
    `form-action 'self' ${forms.join(' ')}`.trim(),
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ]
  return {
    'content-security-policy': policy.join('; '),
    // 'no-referrer' would turn the Origin of our own forms into 'null', and `isOwnForm` could not know them.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

const document = (page: Page): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="stylesheet" href="/assets/chart.css">
<link rel="icon" href="data:,">
<script src="/assets/chart-page.js" defer></script>
</head>
<body class="${page.kind}">
${page.body}
</body>
</html>
`
