import { html } from 'hono/html';
import { links, shell } from './shell.ts';
import { words, type Lang } from './words.ts';

/** The log of the model stand-in; `back` is the page with the phone. */
export function modelPage(lang: Lang, back: '/' | '/guide') {
	const text = words[lang];
	return shell(
		lang,
		text.modelTitle,
		'model',
		html` <header class="top">
				<div>
					<h1>${text.modelTitle}</h1>
					<p>${text.modelIntro}</p>
				</div>
				${links(lang, back, text.phoneLink, '/model')}
			</header>
			<p class="lost" id="lost" role="alert" hidden>${text.lost}</p>
			<main class="card table-box">
				<p class="hint" id="empty">${text.modelEmpty}</p>
				<table id="calls" hidden>
					<thead>
						<tr>
							<th scope="col">${text.time}</th>
							<th scope="col">HTTP</th>
							<th scope="col" class="number">${text.ms}</th>
							<th scope="col" class="number">${text.tokens}</th>
							<th scope="col">${text.lastText}</th>
							<th scope="col">${text.stop}</th>
							<th scope="col">${text.followUps}</th>
							<th scope="col"><span class="visually-hidden">${text.details}</span></th>
						</tr>
					</thead>
					<tbody id="rows"></tbody>
				</table>
			</main>`,
	);
}
