import { html } from 'hono/html';
import { phonePage } from '../phone/phone-page.ts';
import type { Lang } from '../phone/words.ts';
import { guideWords } from './words.ts';

/** The phone with the guide beside it: what to try next, and what happens inside. */
export function guidePage(lang: Lang) {
	const text = guideWords[lang];
	const section = html`<section class="guide" aria-labelledby="guide-title">
		<div class="card">
			<div class="guide-head">
				<h2 id="guide-title">${text.guideNone}</h2>
				<p class="guide-clock">
					<span class="visually-hidden">${text.clock}</span>
					<time id="clock"></time>
					<span id="speed" hidden></span>
				</p>
			</div>
			<p class="guide-skip" id="skip">
				<button type="button" class="primary" id="skip-next" hidden>${text.skipNext}</button>
				<button type="button" data-skip-hours="1">${text.skipHour}</button>
				<button type="button" data-skip-hours="24">${text.skipDay}</button>
			</p>
			<p class="notice" id="notice" role="status" hidden></p>
			<p class="guide-links" id="guide-links"></p>
			<details id="about-box" hidden>
				<summary>${text.about}</summary>
				<div id="about"></div>
			</details>
		</div>
		<section class="card" aria-labelledby="try-title" id="try-box" hidden>
			<h2 id="try-title">${text.tryTitle}</h2>
			<ol class="steps" id="steps"></ol>
			<div id="next-box" hidden>
				<h3>${text.nextTitle}</h3>
				<ul class="next-steps" id="next"></ul>
			</div>
		</section>
		<section class="card" aria-labelledby="feed-title">
			<div class="guide-head">
				<h2 id="feed-title">${text.feedTitle}</h2>
				<p class="hint">${text.feedOrder}</p>
			</div>
			<p class="hint" id="feed-empty">${text.feedEmpty}</p>
			<ol class="feed" id="feed" role="log" aria-live="polite" tabindex="0" hidden></ol>
		</section>
	</section>`;
	return phonePage(lang, { title: text.pageTitle, intro: text.pageIntro, section });
}
