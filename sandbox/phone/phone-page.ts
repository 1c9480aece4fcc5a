import { html } from 'hono/html';
import { links, shell } from './shell.ts';
import { words, type Lang } from './words.ts';

/** The phone page; `guide` is a section beside the phone. */
export function phonePage(lang: Lang, guide?: { title: string; intro: string; section: unknown }) {
	const text = words[lang];
	return shell(
		lang,
		guide?.title ?? text.title,
		'phone',
		html` <header class="top">
				<div>
					<h1>${guide?.title ?? text.title}</h1>
					<p>${guide?.intro ?? text.intro}</p>
				</div>
				${links(lang, '/model', text.modelLink, guide ? '/guide' : '/')}
			</header>
			<p class="lost" id="lost" role="alert" hidden>${text.lost}</p>
			<main class="pane${guide ? ' guided' : ''}" data-view="people">
				<section class="people" aria-labelledby="people-title">
					<div class="people-head">
						<h2 id="people-title">${text.people}</h2>
						<button type="button" class="primary" id="new-customer">+ ${text.newCustomer}</button>
					</div>
					<p class="hint" id="no-people" hidden>${text.noPeople}</p>
					<div id="people"></div>
				</section>
				<section class="phone" aria-label="${text.title}">
					<div class="screen">
						<header class="chat-head">
							<button type="button" class="back" id="back" aria-label="${text.back}">‹</button>
							<span class="avatar" aria-hidden="true">S</span>
							<div class="chat-title">
								<strong id="chat-name">Sandbox Business</strong><span id="chat-sub"></span>
							</div>
						</header>
						<p class="window" id="window" hidden></p>
						<div class="agent-strip" id="agent-strip" role="status" hidden>
							<span id="agent-state"></span><button type="button" id="agent-button"></button>
						</div>
						<p class="pick" id="pick">${text.pick}</p>
						<ol class="bubbles" id="bubbles" role="log" aria-live="polite" tabindex="0" hidden></ol>
						<form class="composer" id="customer-form" hidden>
							<div class="composer-row">
								<textarea id="customer-text" rows="1" required></textarea>
								<button type="submit" class="send" aria-label="${text.send}">
									<svg viewBox="0 0 24 24" aria-hidden="true">
										<path d="M3 20.5v-7l9-1.5-9-1.5v-7L21.5 12z" />
									</svg>
								</button>
							</div>
							<div class="composer-media">
								<button type="button" id="send-voice" title="${text.voiceHint}">🎤 ${text.voiceNote}</button>
								<button type="button" id="send-picture" title="${text.pictureHint}">
									🖼 ${text.picture}
								</button>
								<label class="file"
									>📎 ${text.file} <input type="file" id="send-file" accept="audio/*,image/*"
								/></label>
							</div>
							<div class="composer-extra">
								<label
									>${text.when}
									<select id="customer-when"></select
								></label>
								<details class="more" id="more">
									<summary>${text.more}</summary>
									<div id="actions"></div>
								</details>
							</div>
						</form>
					</div>
				</section>
				<section class="desk">
					<form class="card" id="business-form" hidden>
						<h2>${text.business}</h2>
						<p class="hint">${text.businessHint}</p>
						<div class="composer-row">
							<textarea id="business-text" rows="1" required aria-label="${text.businessWrite}"></textarea>
							<button type="submit" class="primary">${text.send}</button>
						</div>
					</form>
					<section class="card" id="agent-card" aria-labelledby="agent-title" hidden>
						<h2 id="agent-title">${text.agent}</h2>
						<label class="switch">
							<input type="checkbox" role="switch" id="agent-switch" aria-describedby="agent-hint" />
							<span>${text.agentSwitch}</span>
						</label>
						<p class="hint" id="agent-hint">${text.agentHint}</p>
					</section>
					<section class="card" aria-labelledby="log-title">
						<h2 id="log-title">${text.log}</h2>
						<p class="webhook" id="webhook"></p>
						<p class="hint" id="log-empty">${text.logEmpty}</p>
						<ul class="log" id="log" tabindex="0" aria-labelledby="log-title"></ul>
					</section>
				</section>
				${guide?.section}
			</main>
			<dialog id="new-dialog" aria-labelledby="new-title">
				<form id="new-form" method="dialog">
					<h2 id="new-title">${text.newCustomer}</h2>
					<label>${text.name} <input id="new-name" required maxlength="80" autocomplete="off" /></label>
					<fieldset>
						<legend>${text.channel}</legend>
						<label><input type="radio" name="channel" value="whatsapp" checked /> WhatsApp</label>
						<label><input type="radio" name="channel" value="instagram" /> Instagram</label>
						<label><input type="radio" name="channel" value="messenger" /> Messenger</label>
					</fieldset>
					<label id="new-phone-label"
						>${text.phone} <input id="new-phone" type="tel" inputmode="tel" autocomplete="off"
					/></label>
					<p class="error" id="new-error" role="alert" hidden></p>
					<div class="dialog-buttons">
						<button type="button" id="new-cancel">${text.cancel}</button>
						<button type="submit" class="primary">${text.create}</button>
					</div>
				</form>
			</dialog>`,
		Boolean(guide),
	);
}
