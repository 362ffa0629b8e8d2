import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { createPage, type Page } from './page.ts'

/** Read away with everything inside: not shown to a reader of the page. */
const UNSEEN: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'select',
])
/** Elements whose content is not markup; the tokenizer must be told, since no tree is built. */
const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}
const VOID: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
/** Elements that end when the next of their kind begins, closing tag or not. */
const SELF_ENDING: ReadonlySet<string> = new Set(['p', 'li', 'td', 'th', 'tr', 'dd', 'dt', 'option'])
const PARAGRAPHS: ReadonlySet<string> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'dl',
  'pre',
])
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd div dt fieldset figcaption figure footer form header hr html legend main nav section tbody tfoot thead tr'.split(
    ' ',
  ),
)
/** A statement that its author struck out is no longer made; that there was one stays visible. */
const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike'])
const STRUCK_MARK = '[struck out]'

/**
 * HTML or XHTML as legible text: lists with dashes or numbers, table cells parted by a bar, hidden and struck text gone.
 * Works on tokens, not on a tree, so that depth costs nothing and time grows with length only.
 */
export function textFromHtml(html: string): string {
  const page = createPage()
  const hidden: { tag: string; depth: number } = { tag: '', depth: 0 }
  const lists: { ordered: boolean; count: number }[] = []
  const row = { cells: 0 }
  let pre = 0

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(token) {
        const { tagName: tag } = token
        const raw = Object.hasOwn(RAW, tag) ? RAW[tag] : undefined
        if (raw !== undefined && !token.selfClosing) tokenizer.state = raw
        if (hidden.depth > 0) {
          if (!SELF_ENDING.has(tag) || tag !== hidden.tag) {
            if (tag === hidden.tag && !token.selfClosing) hidden.depth += 1
            return
          }
          hidden.depth = 0
        }
        if (isUnseen(token)) {
          if (!VOID.has(tag) && !token.selfClosing) Object.assign(hidden, { tag, depth: 1 })
          if (STRUCK.has(tag)) page.words(` ${STRUCK_MARK} `)
          return
        }
        if (tag === 'pre') pre += 1
        open(tag, token, page, lists, row)
      },
      onEndTag({ tagName: tag }) {
        if (hidden.depth > 0) {
          if (tag === hidden.tag) hidden.depth -= 1
          return
        }
        if (tag === 'pre') pre = Math.max(0, pre - 1)
        if (tag === 'ul' || tag === 'ol') lists.pop()
        if (PARAGRAPHS.has(tag)) page.apart(lists.length > 0 ? 1 : 2)
        else if (BLOCKS.has(tag) || tag === 'li') page.apart(1)
      },
      onCharacter: ({ chars }) => write(chars),
      onWhitespaceCharacter: ({ chars }) => write(chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  const write = (chars: string) => {
    if (hidden.depth > 0) return
    if (pre > 0) page.verbatim(chars)
    else page.words(chars)
  }
  tokenizer.write(html, true)
  return page.text()
}

function open(
  tag: string,
  token: Token.TagToken,
  page: Page,
  lists: { ordered: boolean; count: number }[],
  row: { cells: number },
): void {
  if (tag === 'br') page.newline()
  else if (tag === 'td' || tag === 'th') {
    if (row.cells > 0) page.words(' | ')
    row.cells += 1
  } else if (tag === 'ul' || tag === 'ol') {
    page.apart(lists.length === 0 ? 2 : 1)
    lists.push({ ordered: tag === 'ol', count: 0 })
  } else if (tag === 'li') bullet(page, lists.at(-1), lists.length)
  else if (tag === 'input' && isTickBox(token)) {
    page.words(attribute(token, 'checked') === undefined ? ' [ ] ' : ' [x] ')
  } else if (PARAGRAPHS.has(tag)) page.apart(lists.length > 0 ? 1 : 2)
  else if (BLOCKS.has(tag)) {
    if (tag === 'tr') row.cells = 0
    page.apart(1)
  }
}

function bullet(page: Page, list: { ordered: boolean; count: number } | undefined, depth: number): void {
  if (list) list.count += 1
  page.bullet(list?.ordered ? `${list.count}.` : '-', depth)
}

const attribute = (token: Token.TagToken, name: string): string | undefined =>
  token.attrs.find((one) => one.name === name)?.value

const isTickBox = (token: Token.TagToken) => /^(?:checkbox|radio)$/i.test(attribute(token, 'type') ?? '')

function isUnseen(token: Token.TagToken): boolean {
  if (UNSEEN.has(token.tagName) || STRUCK.has(token.tagName)) return true
  if (attribute(token, 'hidden') !== undefined || attribute(token, 'aria-hidden') === 'true') return true
  const style = attribute(token, 'style')?.toLowerCase().replace(/\s+/g, '') ?? ''
  if (style.includes('line-through')) return true
  return /(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px|pt|em|%)?(?:;|!|$)|opacity:0(?:\.0+)?(?:;|!|$))/.test(
    style,
  )
}
