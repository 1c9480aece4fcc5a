import { html } from './html.ts';
import { head } from './page.ts';
import type { Language } from './query.ts';
import { words } from './words/index.ts';

/** Why a form was refused. */
export type Refusal = 'forged' | 'expired' | 'unknownAction';

/** The page that tells why nothing was changed, with the way back. */
export function refusalPage(lang: Language, refusal: Refusal, back: string): string {
	const { refusals } = words[lang];
	return String(
		html`${head(lang, refusals.title)}
			<body>
				<main>
					<h1>${refusals.title}</h1>
					<p class="notice warn" role="alert">${refusals[refusal]}</p>
					<p><a class="button primary" href="${back}">${refusals.back}</a></p>
				</main>
			</body>
			</html>`,
	);
}
