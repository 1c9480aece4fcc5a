/**
 * Words of the button with which Meta lets customers stop marketing ("Stop promotions"), in the languages of the countries on
 * Meta's rate card that templates can be written in. Meta publishes no list of its labels; read on 2026-11-30:
 *
 * - Seen in approved templates and in several independent projects: English "Stop promotions", Spanish "Detener promociones",
 *   Portuguese "Parar promoções", Italian "Interrompi promozioni", Arabic "إيقاف عمليات الترويج".
 * - All others are assumptions: the ordinary words for "stop" and for "promotions" of the language.
 *
 * A label counts if it is made of these words only and has one of either kind.
 */
export interface ButtonWords {
	stop: string;
	promotions: string;
	/** Small words between them. */
	between?: string;
}

export const META_BUTTON_WORDS: Readonly<Record<string, ButtonWords>> = {
	af: { stop: 'stop staak', promotions: 'promosies advertensies bemarking', between: 'die' },
	ar: {
		stop: 'إيقاف أوقف وقف إلغاء',
		promotions: 'الترويج العروض الترويجية الإعلانات التسويق ترويج عروض',
		between: 'عمليات من رسائل',
	},
	bn: { stop: 'বন্ধ থামান', promotions: 'প্রচার প্রমোশন প্রোমোশন অফার বিজ্ঞাপন', between: 'করুন' },
	de: {
		stop: 'stoppen stopp stop beenden abbestellen keine',
		promotions: 'werbung werbeaktionen promotions aktionen angebote werbenachrichten',
		between: 'mehr',
	},
	en: {
		stop: 'stop unsubscribe end',
		promotions: 'promotions promotion promos promo ads marketing offers',
		between: 'from the',
	},
	es: {
		stop: 'detener parar cancelar dejar stop',
		promotions: 'promociones promocion promos publicidad ofertas marketing',
		between: 'las la de recibir no mas',
	},
	fil: { stop: 'ihinto itigil', promotions: 'promosyon promo', between: 'ang mga' },
	fr: {
		stop: 'arrêter arrêtez stopper stop cesser désactiver',
		promotions: 'promotions promos promo publicités publicité pub offres',
		between: 'les la des aux',
	},
	gu: { stop: 'બંધ રોકો', promotions: 'પ્રમોશન પ્રમોશન્સ પ્રચાર', between: 'કરો' },
	ha: { stop: 'dakatar daina tsayar', promotions: 'talla tallace tallafi', between: 'da' },
	he: {
		stop: 'הפסקת הפסק להפסיק עצור עצירת הפסקה',
		promotions: 'מבצעים פרסום פרסומות קידום קידומים מכירות',
		between: 'של את',
	},
	hi: { stop: 'बंद रोकें', promotions: 'प्रमोशन प्रचार ऑफ़र विज्ञापन', between: 'करें' },
	id: { stop: 'hentikan berhenti stop setop', promotions: 'promosi promo iklan', between: 'dari' },
	it: {
		stop: 'interrompi ferma stop blocca',
		promotions: 'promozioni promo pubblicità offerte',
		between: 'le la',
	},
	kk: { stop: 'тоқтату', promotions: 'жарнаманы жарнама акцияларды промоакцияларды' },
	kn: { stop: 'ನಿಲ್ಲಿಸಿ', promotions: 'ಪ್ರಚಾರಗಳನ್ನು ಪ್ರಚಾರ' },
	ml: { stop: 'നിർത്തുക', promotions: 'പ്രമോഷനുകൾ പ്രൊമോഷനുകൾ' },
	mr: { stop: 'थांबवा बंद', promotions: 'प्रमोशन प्रमोशन्स जाहिराती', between: 'करा' },
	ms: { stop: 'hentikan berhenti', promotions: 'promosi promo', between: 'dari' },
	nl: { stop: 'stop stoppen stopzetten', promotions: 'promoties aanbiedingen reclame', between: 'met de' },
	pa: { stop: 'ਬੰਦ ਰੋਕੋ', promotions: 'ਪ੍ਰਮੋਸ਼ਨ ਪ੍ਰਚਾਰ', between: 'ਕਰੋ' },
	pt: {
		stop: 'parar interromper cancelar pare stop',
		promotions: 'promoções promoção promos publicidade ofertas marketing',
		between: 'as a de receber',
	},
	ru: {
		stop: 'остановить отключить прекратить отписаться стоп',
		promotions: 'рекламу рекламы реклама акции промоакции рассылку рассылки рекламные',
		between: 'от',
	},
	sw: { stop: 'acha simamisha', promotions: 'matangazo promosheni', between: 'ya' },
	ta: { stop: 'நிறுத்து நிறுத்தவும்', promotions: 'விளம்பரங்களை விளம்பரங்கள்' },
	te: { stop: 'ఆపండి ఆపివేయండి', promotions: 'ప్రమోషన్లను ప్రమోషన్‌లను ప్రచారాలను' },
	tr: {
		stop: 'durdur durdurun',
		promotions: 'promosyonları promosyonlar tanıtımları reklamları kampanyaları',
	},
	uk: { stop: 'зупинити вимкнути припинити', promotions: 'рекламу реклами акції розсилку', between: 'від' },
	ur: { stop: 'بند روکیں', promotions: 'پروموشنز پروموشن تشہیر اشتہارات', between: 'کریں' },
	zu: { stop: 'misa yeka', promotions: 'amaphromoshini izikhangiso' },
};
