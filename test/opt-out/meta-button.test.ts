import { isMetaOptOutButton, optOutScope } from '../../lib/opt-out/index.ts';

// Seen in approved templates and independent projects (2026-11-30).
const SEEN = [
	...['Stop promotions', 'Detener promociones', 'Parar promoções'],
	...['Interrompi promozioni', 'إيقاف عمليات الترويج'],
];
// Assumed: the ordinary words of the language.
const ASSUMED = [
	...['Werbung stoppen', 'Arrêter les promotions', 'Promoties stoppen', 'Hentikan promosi'],
	...['Остановить рекламу', 'Зупинити рекламу', 'Жарнаманы тоқтату', 'Promosyonları durdur'],
	...['הפסקת מבצעים', 'प्रमोशन बंद करें', 'প্রচার বন্ধ করুন', 'پروموشنز بند کریں', 'Stop promosies'],
];

test.each([...SEEN, ...ASSUMED])('a tap on %j stops marketing', (label) => {
	expect(isMetaOptOutButton(label)).toBe(true);
	expect(isMetaOptOutButton(label.toUpperCase())).toBe(true);
	expect(optOutScope(label)).toBe('marketing');
});

test.each([
	...['', 'Stop', 'Promociones', 'Ver promociones', 'Stop promotions?', 'Quiero promociones', 'Parar'],
	...['when do the promotions stop', 'Stop promotions in my shop, I want to sell more'],
	'Stop promotions '.repeat(5000),
])('%j is not that button', (label) => expect(isMetaOptOutButton(label)).toBe(false));
