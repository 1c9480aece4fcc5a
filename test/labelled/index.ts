/** What the command `npm run eval:checks` is made of. */
export { PARTS } from './conversations.ts';
export { scoreFacts, scoreLanguages, type Score } from './measure.ts';
