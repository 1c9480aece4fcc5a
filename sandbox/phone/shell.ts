import { html, raw } from 'hono/html';
import { guideWords } from '../guide/words.ts';
import { words, type Lang } from './words.ts';

/** The frame of the pages: head, styles, the words for the scripts. */
export function shell(lang: Lang, title: string, name: 'phone' | 'model', body: unknown, guided = false) {
	// `<` is escaped so that no text can end the element.
	const data = raw(
		JSON.stringify({ lang, words: { ...words[lang], ...guideWords[lang] } }).replaceAll('<', '\\u003c'),
	);
	return html`<!doctype html>
		<html lang="${lang}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>${title}</title>
				<link rel="stylesheet" href="/client/common.css" />
				<link rel="stylesheet" href="/client/${name}.css" />
				${name === 'phone' && html`<link rel="stylesheet" href="/client/agent.css" />`}
				<script type="application/json" id="page-data">
					${data}
				</script>
				<script type="module" src="/client/${name}.js"></script>
				${guided &&
				html`<link rel="stylesheet" href="/client/guide.css" />
					<script type="module" src="/client/guide.js"></script>`}
			</head>
			<body>
				${body}
			</body>
		</html>`;
}

/** The links in the corner: the other page and the other language. */
export function links(lang: Lang, other: string, label: string, path: string) {
	const language = lang === 'es' ? 'en' : 'es';
	return html`<nav class="links">
		<a href="${other}?lang=${lang}">${label}</a>
		<a href="${path}?lang=${language}" lang="${language}" hreflang="${language}"
			>${language === 'en' ? 'English' : 'Español'}</a
		>
	</nav>`;
}
