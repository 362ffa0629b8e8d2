import { z } from 'zod'

/** The page's Content-Security-Policy forbids code made from strings; zod would try and the browser would report it. */
z.config({ jitless: true })
