import { element } from '/client/dom.js';

/** The Markdown that sticky notes use (headings, lists, bold, italic) as elements; everything else stays plain text. */
export function aboutParts(markdown) {
	const parts = [];
	for (const line of markdown.split('\n').map((text) => text.trim())) {
		const [, hashes, heading] = /^(#+)\s+(.*)$/.exec(line) ?? [];
		const [, number, item] = /^(?:(\d+)\.|[-*])\s+(.*)$/.exec(line) ?? [];
		if (hashes) parts.push(element('h3', '', ...inline(heading)));
		else if (item) listFor(parts, number ? 'ol' : 'ul').append(element('li', '', ...inline(item)));
		else if (line) parts.push(element('p', '', ...inline(line)));
	}
	return parts;
}

function listFor(parts, tag) {
	if (parts.at(-1)?.localName !== tag) parts.push(element(tag, ''));
	return parts.at(-1);
}

function inline(text) {
	return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => {
		if (/^\*\*.+\*\*$/.test(part)) return element('strong', '', part.slice(2, -2));
		if (/^\*.+\*$/.test(part)) return element('em', '', part.slice(1, -1));
		return part;
	});
}
