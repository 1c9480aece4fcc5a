import type { Language } from '../language.ts';

export const it: Language = {
	core:
		'scriv contatt disturb cerc importun chiam assill tempest scocci stress romp mand invi sped mess msg ' +
		'sms what notif avvis spam comunic sollec promo pubbl offert market annunc news pace stare perdere ' +
		'lista liste list rubrica database elenco gruppo toglie togli tolga rimuov rimoss cancell elimin leva ' +
		'depenn disiscriv disdir consenso numero nominativo dati blocco segnal denuncio ricev',
	messages:
		'(messaggi|messaggio|messaggini|msg|sms|whatsapp|notifiche|avvisi|spam|comunicazioni|sollecitazioni)',
	promotions: '(promozioni|promozione|promo|pubblicità|offert[ae]|marketing|annunci|newsletter)',
	words: {
		no: '(non|nn|mai più)',
		writes:
			'(scriv(ete|a|ere|ano|i|este|esse)|contatt(ate|i|are|ino|aste|asse)|disturb(ate|i|are|ino)|cerc(ate|hi|are)|importun(ate|i)|chiamate)',
		write: '(scriver|contattar|disturbar|importunar|assillar|tempestar|cercar|scocciar|stressar|romper)',
		sends: '(mand|invi|spedi)(ate|atemi|ateci|i|ino|armi|arci|are|aste)',
		cease:
			'(smettetela|smettete|smettila|smetti|smetta|smetterla|smettere|finitela|finiscila|piantatela|piantala|basta|evitate|eviti|evita|evitare)',
		want: '(voglio|desidero|vorrei|intendo|gradisco|mi interessa|vogliamo|desideriamo|preferisco)',
		any: '(più|altr[aieo]|vostr[aieo]|tuoi|quest[aieo]|nessun|nessuna|alcun|tutt[ie]|tant[ie]|ulteriori|i|le|di|con|tutta|il|la|un|a|ai|alle)',
		list: '(dalla|dalle|da|dal|dai) ?(questa|vostra|vostre|tua|sua|vostro|questo|vostri)? ?((mailing )?list|lista|liste|rubrica|database|contatti|elenco|gruppo|sistema)',
		remove:
			'(toglietemi|toglimi|mi tolga|togliermi|rimuovetemi|rimuovimi|mi rimuova|rimuovermi|cancellatemi|cancellami|mi cancelli|cancellarmi|eliminatemi|eliminami|levatemi|depennatemi|mi elimini)',
	},
	turns:
		'non|mai|smett[a-z]+|finit[a-z]+|evit[a-z]+|esit[a-z]+|dimentic[a-z]+|se|ma|perché|riesc[a-z]+|riusc[a-z]+|ho|hai|ha|hanno|avete',
	requests: [
		`{no} {gap}((mi|ci|vi) )?{writes}(mi|ci)? (mai )?più`,
		`{no} {gap}{write}(mi|ci) (mai )?più`,
		`{no} {gap}(scrivete|contattate|disturbate|scriver|contattar|disturbar)(mi|ci){end}`,
		`non (mi )?(rompete|rompere|rompa|stressate|assillate)(mi)? più`,
		`{no} {gap}((mi|ci) )?{sends}( {any})* ({thing}|nulla|niente|altro)`,
		`{no} {gap}((mi|ci) )?{sends} più{end}`,
		`{cease} (di )?{write}(mi|ci|e)`,
		`{cease} (di )?(mandar|inviar)(mi|ci|e)( {any})* {thing}`,
		`{cease} (di )?(mandar|inviar)(mi|ci){end}`,
		`{cease} di rompere`,
		`{cease} ({any} )*{thing}{end}`,
		`non {want}( più| assolutamente| mai)* ricevere( {any})* ({thing}|nulla|niente|altro)`,
		`non {want}( più| mai più)* ricevere( più)?( niente| nulla)?{end}`,
		`{want} (di )?non ricevere più`,
		`(chiedo|chiederei|prego) di non ricevere più`,
		`non {want}( {any})* (essere|venire) (ri)?(contattat[oa]|disturbat[oa])`,
		`non {want} (più|ulteriori|altre|altri)( {any})* {thing}`,
		`mai chiesto ({any} )*{thing}`,
		`(lasciatemi|lasciami|mi lasci|lasciateci) (in pace|stare|perdere)`,
		`{remove} {list}`,
		`{start}{remove}{end}`,
		`(essere|venire) (rimoss|cancellat|eliminat|tolt)[oa] {list}`,
		`(revoco|ritiro) (il|ogni) (mio )?consenso`,
		`(eliminat[ei]|cancellat[ei]|elimini|cancelli|rimuovete|rimuova|elimina|cancella|togliete) (il mio|questo) (numero|contatto|nominativo)|(eliminate|cancellate) i miei dati`,
		`(voglio|vorrei|desidero|posso) (disiscrivermi|disdire) ?(da (questa|vostra) lista|dai (vostri )?{thing}|da questi {thing})?{end}`,
		`disiscriv(imi|etemi|ermi){end}`,
		`(se [a-z0-9 ]{0,60})?(vi|ti|la|lo) (blocco|segnalo|denuncio)`,
		`come (faccio|posso|si fa)( fare)? (a|per)? ?(non ricevere più|smettere di ricevere|bloccare) ({any} )*{thing}`,
		`mai più {thing}`,
		`{start}(nessun altro|niente più|nessuna altra|niente altri) {thing}{end}`,
	],
	alone: [
		'stop( stop)*|stop ({any} )*{thing}|interrompi {thing}',
		'disiscrizione|disiscrivimi|disiscrivetemi|disiscrivermi|cancellami|cancellatemi|annulla iscrizione|cancella iscrizione',
	],
	smallTalk: [
		'ciao|salve|buongiorno|buonasera|buon giorno|buona sera|gentil[ei]|signor[ae]?',
		'grazie|grazie mille|per favore|per cortesia|perfavore|x favore|pls|prego|vi prego|voglio|vorrei|ok',
		'no grazie|non mi interessa( più)?|non sono interessat[oa]|numero sbagliato|ho già comprato( altrove)?',
	],
	tail: [
		'grazie|grazie mille|per favore|per cortesia|perfavore|x favore|pls|please|mai più|più|ancora|subito',
		'a questo numero|su questo numero|questo numero|qui|su whatsapp|da voi|da parte vostra',
	],
	negations: ['(non|mai|nessuno|esitate|esiti) (mi |ci |vi |si )?$'],
	notAfter: [
		'(perché|come mai|xké|xche|quando)( [a-z]+){0,4} $',
		'(se(?! (possibile|potete|può|non vi dispiace))|quando) ([a-z0-9]+ ){2,8}(, )?$',
		'(detto|dice|disse|scritto|risposto)( (al|alla|a|che|di))?( [a-z0-9]+){0,3} (: )?$',
		'(oggi|per ora|adesso|per il momento|prima di [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		' (per (telefono|mail|email)|al lavoro|in ufficio)',
		'( [a-z]+){0,2} (per (un|una|due|tre|[0-9]+|qualche) (giorn[oi]|settiman[ae]|mes[ei]|po)|così (tardi|presto)|di notte|la notte|la domenica|nel weekend|al lavoro|stasera|questa settimana)',
		'( [a-z]+){0,3} (oggi|adesso|ora|per ora|per il momento|ancora|fino|mentre|prima d[ai]|dopo|domani)',
	],
	notWith: [
		'(scriv(imi|etemi|a)|contatt(ami|atemi)|chiam(ami|atemi)|risent(iamo|iamoci)) (lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|dopo|più tardi|tra|fra|la|quando|alle|qui)',
		'domani (sì|va bene)|(vi|ti) (ricontatto|richiamo|scrivo) io',
		'(rispondi|rispondete|invia|scrivi) (con )?(stop|no|cancella)',
	],
};
