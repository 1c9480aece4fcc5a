import { DELAY_MAX_DAYS } from '../follow-up/catalogue/limits.ts';

/**
 * What the form of a follow-up does while it is filled in: the checks of the server said at the field, the message as the
 * customer will see it, and for a new one step after step with a review at the end. Without it everything works on one page.
 */
export const FORM_SCRIPT = `(function () {
	'use strict';
	var form = document.querySelector('form.follow-up');
	if (!form) return;
	var all = function (selector, inside) { return Array.from((inside || form).querySelectorAll(selector)); };
	var field = function (name) { return form.elements.namedItem(name); };
	var value = function (name) { var one = field(name); return one ? String(one.value).trim() : ''; };
	var platforms = function () { return all('[name=platforms]:checked').map(function (one) { return one.value; }); };
	var touched = {};

	function sayIn(name, text) {
		var line = document.getElementById('p-' + name);
		if (line && line.textContent !== text) line.textContent = text;
		all('[name="' + name + '"]').forEach(function (one) {
			if (one.type === 'radio' || one.type === 'checkbox') return;
			if (text) one.setAttribute('aria-invalid', 'true'); else one.removeAttribute('aria-invalid');
		});
		return text === '';
	}
	function minutes() {
		return Number(value('delay').replace(',', '.')) * { minutes: 1, hours: 60, days: 1440 }[value('delayUnit')];
	}
	var checks = {
		delay: function () {
			var box = all('[data-delay-long]')[0].dataset;
			var time = minutes();
			return !(time > 0) ? box.delayMissing : time > ${DELAY_MAX_DAYS} * 1440 ? box.delayLong : '';
		},
		platforms: function () { return platforms().length ? '' : all('[data-none]')[0].dataset.none; },
		message: function () {
			if (value('messageSource') !== 'fixed') return '';
			var text = value('message');
			if (!text) return field('message').dataset.missing;
			var bytes = new TextEncoder().encode(text).length, signs = Array.from(text).length;
			var long = JSON.parse(all('[data-limits]')[0].dataset.limits).filter(function (limit) {
				return platforms().indexOf(limit.channel) >= 0 && (limit.unit === 'bytes' ? bytes : signs) > limit.size;
			})[0];
			return long ? long.says : '';
		},
		variables: function () {
			var box = document.getElementById('variables');
			var texts = all('input', box).map(function (one) { return one.value.trim(); });
			if (texts.some(function (one) { return !one; })) return box.dataset.missing;
			return texts.some(function (one) { return /\\t| {5,}/.test(one); }) ? box.dataset.lines : '';
		},
		template: function () {
			var one = field('template'), text = value('template');
			if (!one.dataset.format || !text) return '';
			return /^[a-z0-9_]+:[a-z]{2,3}([_-][A-Za-z]{2,4})?(:(marketing|utility|authentication))?$/.test(text) ? '' : one.dataset.format;
		}
	};
	function written(name) {
		var one = field(name), text = value(name), data = one.dataset;
		if (!text) return data.missing || '';
		if (data.max && Array.from(text).length > Number(data.max)) return data.long;
		if (data.taken && JSON.parse(data.taken).indexOf(text.toLowerCase()) >= 0) return data.isTaken;
		return '';
	}
	function check(name) {
		return sayIn(name, checks[name] ? checks[name]() : written(name));
	}
	var groups = { 1: ['name'], 3: ['delay', 'platforms'], 4: ['description'], 5: ['message'], 6: ['template', 'variables'], 7: ['stopCondition'] };
	var steps = all('.step');
	function isFine(place) {
		return (groups[place + 1] || []).map(function (name) { touched[name] = true; return check(name); }).every(Boolean);
	}

	function show() {
		var isFixed = value('messageSource') === 'fixed';
		all('[data-for]').forEach(function (one) { one.hidden = (one.dataset.for === 'fixed') !== isFixed; });
		var chosen = platforms(), late = minutes() > 1440, noTemplate = !value('template');
		var meta = chosen.some(function (one) { return one !== 'whatsapp'; });
		all('[data-when=late]')[0].hidden = !(late && meta);
		all('[data-when=lateWithout]')[0].hidden = !(late && noTemplate && chosen.indexOf('whatsapp') >= 0);
		var bubble = all('[data-preview=message]')[0];
		bubble.textContent = isFixed ? value('message') || bubble.dataset.empty : bubble.dataset.ai;
		var select = field('template'), option = select.selectedOptions && select.selectedOptions[0];
		var template = option && option.dataset.template ? JSON.parse(option.dataset.template) : null;
		var box = all('[data-preview=template]')[0];
		box.hidden = !template;
		if (!template) return;
		var filled = function (part, text) {
			return (text || '').replace(/\\{\\{\\s*([\\w.]+)\\s*\\}\\}/g, function (whole, name) {
				return value('var.' + part + '.' + name) || whole;
			});
		};
		all('[data-part=header] strong', box)[0].textContent = filled('header', template.header);
		all('[data-part=text]', box)[0].textContent = filled('body', template.text);
		all('[data-part=footer]', box)[0].textContent = template.footer || '';
		var chips = all('[data-part=buttons]', box)[0];
		chips.replaceChildren.apply(chips, template.buttons.map(function (text) {
			var chip = document.createElement('span');
			chip.className = 'chip';
			chip.textContent = text;
			return chip;
		}));
	}
	function offerVariables() {
		var box = document.getElementById('variables'), kept = {};
		all('input', box).forEach(function (one) { kept[one.name] = one.value; });
		var option = field('template').selectedOptions[0];
		var template = option.dataset.template ? JSON.parse(option.dataset.template) : { variables: [] };
		box.replaceChildren.apply(box, template.variables.map(function (variable) {
			var row = document.createElement('div'), label = document.createElement('label'), input = document.createElement('input');
			row.className = 'field';
			input.id = 'f-var.' + variable.id;
			input.name = 'var.' + variable.id;
			input.type = 'text';
			input.autocomplete = 'off';
			input.value = kept[input.name] || '';
			input.placeholder = variable.example;
			input.dataset.label = variable.label;
			input.setAttribute('aria-describedby', 'p-variables');
			label.htmlFor = input.id;
			label.textContent = variable.label;
			row.append(label, input);
			return row;
		}));
		sayIn('variables', '');
		delete touched.variables;
	}
	function review() {
		var list = all('.review')[0];
		var rows = all('[data-label]').map(function (one) {
			var texts = one.tagName === 'SELECT' ? [one.value && one.selectedOptions[0].textContent] :
				'value' in one && one.tagName !== 'FIELDSET' ? [one.value] :
				all('input:checked', one).map(function (input) {
					var row = input.parentElement;
					return (row.querySelector('strong') || row.querySelector('span:last-child')).textContent;
				});
			if (one.closest('[data-for][hidden]')) texts = [];
			if (one.name === 'delay') texts = [one.value + ' ' + field('delayUnit').selectedOptions[0].textContent.trim()];
			return [one.dataset.label, texts.filter(Boolean).map(function (text) { return text.trim(); }).join(', ')];
		});
		list.replaceChildren.apply(list, rows.filter(function (row) { return row[1]; }).map(function (row) {
			var pair = document.createElement('div'), name = document.createElement('dt'), text = document.createElement('dd');
			name.textContent = row[0];
			text.textContent = row[1];
			pair.append(name, text);
			return pair;
		}));
		list.hidden = false;
	}

	form.addEventListener('input', function (event) {
		var name = event.target.name.indexOf('var.') === 0 ? 'variables' : event.target.name;
		if (name === 'template' && event.target.tagName === 'SELECT') offerVariables();
		if (touched[name]) check(name);
		if (name === 'delayUnit') check('delay');
		if (name === 'platforms') { check('platforms'); if (touched.message) check('message'); }
		if (name === 'messageSource' && touched.message) check('message');
		show();
		review();
	});
	form.addEventListener('focusout', function (event) {
		var name = (event.target.name || '').indexOf('var.') === 0 ? 'variables' : event.target.name;
		var isKnown = Object.keys(groups).some(function (key) { return groups[key].indexOf(name) >= 0; });
		if (!isKnown || (name === 'variables' && all('#variables input').some(function (one) { return !one.value; }))) return;
		touched[name] = true;
		check(name);
	});
	form.addEventListener('submit', function (event) {
		var bad = steps.map(function (step, place) { return isFine(place); }).indexOf(false);
		if (bad < 0) return;
		event.preventDefault();
		if (go) go(bad);
		var first = steps[bad].querySelector('[aria-invalid], input, textarea');
		if (first) first.focus();
	});

	var go = null;
	if (form.classList.contains('guide')) {
		var bar = document.createElement('div');
		bar.className = 'progress';
		bar.setAttribute('aria-hidden', 'true');
		steps.forEach(function () { bar.append(document.createElement('span')); });
		form.prepend(bar);
		var button = function (text, kind) {
			var one = document.createElement('button');
			one.type = 'button';
			one.className = 'button ' + kind;
			one.textContent = text;
			return one;
		};
		go = function (place, isQuiet) {
			steps.forEach(function (step, other) {
				step.hidden = other !== place;
				bar.children[other].className = other <= place ? 'done' : '';
			});
			if (place === steps.length - 1) review();
			if (isQuiet) return;
			steps[place].querySelector('h3').focus({ preventScroll: true });
			form.parentElement.scrollIntoView({ block: 'start' });
		};
		steps.forEach(function (step, place) {
			var acts = step.querySelector('.form-acts') || document.createElement('div');
			acts.className = 'form-acts';
			if (place < steps.length - 1) {
				var next = button(form.dataset.next, 'primary');
				next.addEventListener('click', function () {
					if (isFine(place)) return go(place + 1);
					var bad = step.querySelector('[aria-invalid], [name=platforms]');
					if (bad) bad.focus();
				});
				acts.append(next);
				step.append(acts);
			}
			if (place > 0) {
				var back = button(form.dataset.previous, 'plain');
				back.addEventListener('click', function () { go(place - 1); });
				acts.append(back);
			}
		});
		form.addEventListener('keydown', function (event) {
			if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
			var place = steps.findIndex(function (step) { return !step.hidden; });
			if (place === steps.length - 1) return;
			event.preventDefault();
			if (isFine(place)) go(place + 1);
		});
		go(0, true);
	}
	show();
	review();
	var problems = document.getElementById('problems');
	if (problems) problems.focus();
})();`;
