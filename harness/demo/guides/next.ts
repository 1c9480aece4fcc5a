import type { Guide } from '../../../sandbox/guide/guide.ts';
import type { Language } from '../options.ts';

/** Where a person goes from the demo. */
export const NEXT: Record<Language, NonNullable<Guide['next']>> = {
	es: [
		{ text: 'Mira otra plantilla; esta lista dice cuáles hay:', command: 'npm run demo -- --template list' },
		{
			text: 'Instálalo en tu n8n: Settings → Community nodes → Install, con el nombre n8n-nodes-meta-followup. Los pasos, también con tu número, están en docs/first-follow-up.es.md.',
		},
	],
	en: [
		{
			text: 'See another template; this list says which there are:',
			command: 'npm run demo -- --lang en --template list',
		},
		{
			text: 'Install it in your n8n: Settings → Community nodes → Install, with the name n8n-nodes-meta-followup. The steps, with your own number too, are in docs/first-follow-up.md.',
		},
	],
};
