import type { Language } from '../language.ts';

// "ö" is read as "o" and as "oe", "ß" as "ss": both are written.
export const de: Language = {
	core:
		'nix nichts bekomm schreib anschreib anzuschreib kontakt belastig belaestig stor stoer nerv meld behell nachricht msg ' +
		'sms what mitteil erinner spam werb angebot aktion promo newsletter reklam rabatt ruhe frieden list ' +
		'verteil datenbank losch loesch entfern streich nehm nimm trag abmeld abbestell nummer handy daten ' +
		'blockier widerruf schick send angeschrieben gestort verschon austrag',
	messages:
		'(nachrichten|nachricht|msgs?|sms|whatsapps?|whatsapp nachrichten|mitteilungen|erinnerungen|spam)',
	promotions:
		'(werbung|werbenachrichten|angebote?|aktionen|werbeaktionen|promotions|promos?|newsletter|reklame|rabatte)',
	words: {
		not: '(nicht mehr|nie mehr|nie wieder|nichts mehr|nicht weiter|nicht wieder|nimmer|nicht länger)',
		please: '((bitte|doch|endlich|einfach|mal|jetzt|bloß|auch|sofort) )*',
		write:
			'(schreiben|nerven|belästigen|kontaktieren|anschreiben|stören|anzuschreiben|zu (kontaktieren|nerven|belästigen|schreiben|stören|melden)|melden|behelligen)',
		send: '(schicken|senden|zu (schicken|senden))',
		want: '(will|möchte|mag|wünsche|wollte|möcht|wollen|möchten|wünschen)',
		get: '(bekommen|erhalten|empfangen|hören|kriegen|haben|lesen)',
		any: '(weiteren?|mehr|solchen?|eure|euren|ihre|ihren|diese|diesen|die|den|der|das|keine|ständig|dauernd|immer|so viele)',
		list: '(aus|von) (der|eurer|ihrer|dieser|dem|eurem|ihrem|deiner) ((e mail|whatsapp) )?(liste|verteiler|datenbank|kontaktliste|mailingliste|gruppe)',
		number: '(nummer|handynummer|telefonnummer|daten|kontaktdaten)',
	},
	turns: 'nicht|nie|warum|wenn|falls|aber|kann|konnte',
	requests: [
		`schreib(t|en sie|e)? (mir|uns) {please}{not}`,
		`schreib(t|en sie|e)? mich {please}(nicht|nie) (mehr|wieder) an`,
		`(mich|uns) {please}{not} {write}`,
		`(mir|uns) {please}({not} schreiben|keine ({any} )*{thing} (mehr )?({send}|schreiben))`,
		`bitte {not} {write}`,
		`(mich|uns) {please}in (ruhe|frieden) lassen`,
		`(mich|uns|meine nummer) {please}{list} (streichen|nehmen|entfernen|löschen|austragen)`,
		`{start}{list} (streichen|nehmen|entfernen|löschen)`,
		`trag(t|en sie)? mich {please}aus{end}`,
		`(kontaktier(en sie|t|e)?|belästig(t|en sie|e)?|stör(t|en sie|e)?|nerv(t|en sie)?) (mich|uns) {please}{not}`,
		`{start}{not} {write}{end}`,
		`{want} {please}(nicht|nie)( mehr| weiter| wieder| länger)?( von (euch|ihnen))? (kontaktiert|angeschrieben|belästigt|gestört) werden`,
		`{want} {please}(keine|keinerlei) ({any} )*{thing}( mehr)?`,
		`{want} {please}(nix|nichts|das nicht|die nicht|keine {thing}) mehr (von (euch|ihnen|dir) )?{get}`,
		`{want} {please}keinen kontakt mehr`,
		`{want} {please}(nix|nichts) mehr von (euch|ihnen|dir) ({get}|wissen)`,
		`(send(et|en sie|e)?|schick(t|en sie|e)?) (mir|uns) {please}(keine ({any} )*{thing}( mehr)?|nichts mehr|nix mehr)`,
		`{start}{please}(keine ({any} )*{thing}( mehr)?|keinen kontakt mehr|kontakt unerwünscht)( ({send}|schreiben|an mich|von euch|von ihnen))*{end}`,
		`hör(t|en sie|e)? {please}auf( ,)? (mir|mich|uns) ({any} )*({thing} )?({write}|{send})`,
		`hör(t|en sie|e)? {please}auf( ,)? {write}`,
		`(hör(t|en sie|e)? {please}auf|schluss|stopp?) mit ({any} )*{thing}`,
		`aufhören( ,)? (mir|mich|uns) ({any} )*({thing} )?({write}|{send})`,
		`(sehen sie|seht|sieh)? ?{please}(von|davon) ({any} )*{thing} ab(zusehen|sehen)?`,
		`lass(t|en sie|e)? (mich|uns) {please}in (ruhe|frieden)`,
		`(lösch(t|en sie|e)?|entfern(t|en sie|e)?) {please}(meine {number}|meinen kontakt|diese nummer)`,
		`meine {number} {please}({list} )?(löschen|entfernen)`,
		`(nehm(t|en sie)|nimm|streich(t|en sie|e)?|entfern(t|en sie|e)?|lösch(t|en sie)?) mich {please}{list}`,
		`löschung meiner {number}`,
		`unterlass(t|en sie)? {please}({any} )*{thing}`,
		`aus (dem|eurem|ihrem) verteiler (nehmen|streichen|entfernen|löschen)`,
		`meld(en sie|et|e) mich {please}ab{end}`,
		`({want}|würde gerne|kann ich|können sie|könnt ihr|kannst du) mich {please}((von|vom) (dieser|der|eurer|ihrer|den|newsletter)? ?(liste|{thing})? ?(und allem )?)?abmelden`,
		`({any} )?{thing} abbestellen`,
		`((wenn|falls) [a-z0-9 ]{0,60})?(blockiere?|melde) ich (euch|sie|dich|die nummer)|ich (blockiere?|melde) (euch|sie|dich|diese nummer){end}`,
		`widerrufe( hiermit)? (meine|die) (einwilligung|zustimmung)`,
		`(stoppt|stoppen sie|beendet) {please}({any} )*{thing}`,
	],
	alone: [
		'stop|stopp|stoppen|stop stop',
		'abmelden|abmeldung|abbestellen|austragen|{thing} (stoppen|abbestellen)|stopp? {thing}',
	],
	smallTalk: [
		'hallo|hi|hey|guten (tag|morgen|abend)|moin|servus|sehr geehrte|damen und herren',
		'bitte|danke|vielen dank|dankeschön|nein danke|kein interesse( mehr)?|falsche nummer|ich möchte mich|ich will|ok|pls',
	],
	tail: [
		'bitte|danke|vielen dank|danke schön|mehr|nie wieder|ab sofort|jetzt|sofort|pls|man',
		'an (diese|meine) nummer|auf diese nummer|hier|per whatsapp|von (euch|ihnen)|an mich|danke euch',
	],
	negations: ['(nicht|nie|niemand|zögern sie nicht) $'],
	notAfter: [
		'(warum|wieso|weshalb|wann)( [a-z]+){0,4} $',
		'(wenn(?! (möglich|es geht))|falls(?! möglich)) ([a-z0-9]+ ){2,8}(, )?$',
		'(gesagt|sagt|sagte|meinte|schrieb|geschrieben)( (dass|zu))?( [a-z0-9]+){0,3} (: )?$',
		'(?<!wie )(kann|konnte|darf|durfte) (ich |mich |mir )?$',
		'(heute|erstmal|vorerst|vor [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		' (per (telefon|mail|email)|auf der arbeit)',
		'( [a-z]+){0,2} (für (eine|einen|ein paar|zwei|drei|[0-9]+)|so (spät|früh)|am (wochenende|sonntag|samstag|abend)|nachts|bei der arbeit|diese woche|wenn|falls)',
		'( [a-z]+){0,3} (heute|jetzt gerade|erstmal|vorerst|noch nicht|bis|während|bevor|vor|nach|morgen)',
	],
	notWith: [
		'(schreib(t|en sie|e)?|meld(et|en sie|e)|ruf(t|en sie|e)?) (mir|mich|sich|euch|dich)( (doch|bitte|wieder|gerne))* (am|morgen|nächste|später|um|ab ([0-9]|morgen|montag)|in|wenn|im)',
		'morgen (gerne|wieder|ist|geht)|ich melde mich (wieder|dann|am|später|morgen|selbst)',
		'(antworten sie|antworte|antwortet|senden sie|schreiben sie|schreib)( bitte)?( mit)? (stop|stopp|nein|abmelden)',
	],
};
