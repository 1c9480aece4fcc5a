import { createHash } from 'node:crypto';
import { FORM_SCRIPT } from './form-script.ts';

/**
 * What the page does beyond plain links and forms: windows run down, questions before something ends, filters that apply
 * at once. It holds no data, so that its fingerprint can allow it and nothing else may run.
 */
const PAGE_SCRIPT = `(function () {
	'use strict';
	var here = document.querySelector('.views [aria-current]');
	if (here) here.scrollIntoView({ block: 'nearest', inline: 'center' });
	if (matchMedia('(max-width: 34rem)').matches)
		document.querySelectorAll('details.alarm').forEach(function (one) { one.open = false; });
	var notice = document.querySelector('#notice .notice');
	if (notice) notice.focus();
	document.addEventListener('submit', function (event) {
		var question = event.target.getAttribute('data-confirm');
		if (question && !window.confirm(question)) event.preventDefault();
	});
	document.addEventListener('change', function (event) {
		var form = event.target.form;
		if (form && form.className === 'filters' && event.target.tagName === 'SELECT') form.requestSubmit();
	});
	var units = document.body.dataset;
	var skew = Date.parse(units.now) - Date.now();
	function tick() {
		document.querySelectorAll('time.countdown').forEach(function (element) {
			var left = Math.floor((Date.parse(element.dateTime) - Date.now() - skew) / 1000);
			element.textContent = left <= 0 ? units.over : spell(left);
		});
	}
	function spell(seconds) {
		var h = Math.floor(seconds / 3600), m = Math.floor(seconds / 60) % 60, s = seconds % 60;
		if (h >= 48) return Math.floor(h / 24) + ' ' + units.days + ' ' + (h % 24) + ' ' + units.hours;
		return (h > 0 ? h + ' ' + units.hours + ' ' : '') + m + ' ' + units.minutes + ' ' + s + ' ' + units.seconds;
	}
	if (document.querySelector('time.countdown')) {
		tick();
		setInterval(tick, 1000);
	}
})();`;

/** Everything that the page runs; one text, so that one fingerprint allows it. */
export const SCRIPT = `${PAGE_SCRIPT}\n${FORM_SCRIPT}`;

const fingerprint = createHash('sha256').update(SCRIPT).digest('base64');

/** Nothing is loaded from anywhere and no other script runs, even if somebody found a way to put one on the page. */
export const CONTENT_POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${fingerprint}'; base-uri 'none'`;
