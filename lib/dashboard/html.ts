import { html, raw } from 'hono/html';

/** A piece of the page. Whatever stands in `${…}` of the `html` tag is escaped, so it shows as the text it is. */
export type Html = ReturnType<typeof html> | '';

export { html, raw };
