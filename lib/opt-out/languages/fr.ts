import type { Language } from '../language.ts';

export const fr: Language = {
	core:
		'ecri mecri contact mcontact derang mderang embet recontact relanc sollic import spam harcel joindre ' +
		'mess msg sms texto what notif commun envoi envoy menvoy promo pub offre annonce market tranquil paix ' +
		'grappe basket liste base fichier groupe numero telephone coordonn donnee desabon desinscri msinscri ' +
		'bloqu signal insist ninsist retir enlev supprim effac moppos lach oter',
	messages:
		'(messages?|msgs?|sms|textos?|whatsapps?|notifications|spams?|relances|communications|sollicitations|envois)',
	promotions: '(promotions?|promos?|pubs?|publicités?|offres?|annonces|marketing)',
	words: {
		// Apostrophes are taken out, and left out by customers: "m'écrire" is "mecrire".
		me: '(m|me |nous )',
		// After a subject these tell ("vous ne m'écrivez plus"); without one they forbid.
		imperative: '(?<!(vous|tu|ils|elles|il|elle|on|qui|pourquoi) )',
		writes:
			'(écrivez|écris|écrive|contactez?|contactes|dérangez?|embêtez|recontactez|relancez|sollicitez|importunez|spammez)',
		write:
			'(écrire|contacter|déranger|harceler|spammer|relancer|solliciter|importuner|recontacter|embêter|joindre|réécrire)',
		sends: '(envoyez|envoie|envoies)',
		cease: '(arrêtez?|arrêter|cessez|cesser|darrêter|de cesser|arrêtiez|cessiez|stop)',
		want: '(veux|souhaite|désire|voudrais|souhaiterais|aimerais|préfère|demande à|accepte|tiens à)',
		any: '(de|d|vos|aucun|aucune|daucun|ces|tous|toutes|des|du|la|les|tes|plus|autant|jamais|le|à|au|aux|avec|autre|autres|dautres)',
		list: '(de|du|des) ?(votre|vos|la|cette|ces|ta|tes)? ?(listes?|base|fichiers?|contacts|groupe|système|répertoire)',
		remove:
			'(retire[zr]?|enlève[zr]?|enlever|enlevez|supprime[zr]?|efface[zr]?|sortez|sortir|ôte[zr]?|radie[zr]?)',
		removed: '(retiré|enlevé|supprimé|effacé|désinscrit|désabonné|radié|sorti)e?s?',
	},
	turns: 'pas|jamais|rien|nhésitez|oubliez|noubliez|si|mais|pourquoi',
	requests: [
		`{imperative}(ne )?{me}{writes} (plus|jamais)( jamais)?`,
		`{imperative}(ne )?{me}{sends} (plus|jamais)( {any})*( {thing}| rien|{end})`,
		`ne (plus|pas) (jamais )?{gap}{me}{write}`,
		`ne plus (jamais )?{me}envoyer( {any})*( {thing}| rien| quoi que ce soit|{end})`,
		`(?<!pour )ne plus (jamais )?(envoyer|recevoir)( {any})* {thing}`,
		`inutile de {me}{write}`,
		`{cease} de {me}{write}(?! (des|en))`,
		`{cease} de {me}envoyer( {any})*( {thing}|{end})`,
		`{cease} ({any} )*{thing}(?! (de|pour))`,
		`ne {want} (plus|pas) (recevoir )?({any} )*{thing}`,
		`(ne )?{want} plus (rien )?recevoir( {any})*( {thing}| rien|{end})`,
		`j(e )?(ne )?{want} plus de vos {thing}`,
		`(ne )?{want} (plus|pas) être (re)?(contactée?|dérangée?|sollicitée?|importunée?)`,
		`ne (plus|pas) être (re)?(contactée?|dérangée?|sollicitée?)`,
		`(je )?{want} ne plus {gap}(recevoir|être)`,
		`jamais demandé {gap}(recevoir )?({any} )*{thing}`,
		`{start}(plus|pas)( (de|d|aucun|jamais))+ {thing}{end}(?! que)`,
		`ninsistez (pas|plus)`,
		`(marre|assez|ras le bol) de( (tous|toutes|ces|vos|tes))+ {thing}`,
		`mopposer? (à|au)( [a-z]+){0,4}( {thing}|{end})`,
		`laisse[zs]? (moi|nous) tranquilles?`,
		`(fichez|foutez|fous|fiche)( moi| nous) la paix|lâche(z)? moi( la grappe| les baskets)?{end}`,
		`{remove} moi( {list}|{end})`,
		`m(e )?({remove}|désinscrire|désabonner) {list}`,
		`être {removed} {list}`,
		`{remove} (mon|mes|ce) (numéro|contact|téléphone|coordonnées|données)`,
		`(désabonne[zr]?|désinscri(s|vez|re)) moi{end}`,
		`je me (désinscris|désabonne){end}`,
		`(de )?me (désinscrire|désabonner)( de (cette|votre|vos|ces|la) (liste|{thing}))?{end}`,
		`(si|sinon)[a-z0-9 ]{0,40} (vous|te|je vais vous) (bloque|signale|bloquer|signaler)`,
		`je vais (vous|te) (bloquer|signaler)`,
		`comment (faire )?(pour )?(ne plus recevoir|arrêter|bloquer) (ces|vos|les) {thing}`,
	],
	alone: [
		'stop( stop)*|stop ({any} )*{thing}|arrêter ({any} )*{thing}',
		'arrêtez?|darrêter|de cesser|désabonnez|désabonnement|désinscription|(se |me )?désabonner|(se |me )?désinscrire',
		'plus de contact',
	],
	smallTalk: [
		'bonjour|bonsoir|salut|coucou|madame|monsieur',
		'svp|stp|sil vous plaît|sil te plaît|merci beaucoup|merci de|merci|veuillez|je veux|je souhaite|je voudrais|je vous (prie|demande) de',
		'non merci|pas intéressée?|ça ne mintéresse (pas|plus)|mauvais numéro|ok|ça suffit',
	],
	tail: [
		'svp|stp|sil vous plaît|sil te plaît|merci|merci beaucoup|maintenant|jamais|encore|à nouveau|du tout|immédiatement|rien',
		'sur ce numéro|à ce numéro|ici|par whatsapp|par sms|de votre part|pls|please|ça suffit',
	],
	negations: ['(pas|jamais|rien|nhésitez|oubliez|noubliez)( pas)? (à |de )?$'],
	notAfter: [
		'(quand|avez|as|ont|aviez|ai) ([a-z]+ )?$',
		'pourquoi( [a-z]+){0,4} $',
		'(si(?! (possible|vous (pouvez|pouviez)))|sil(?! (vous|te) plaît)|quand) ([a-z0-9]+ ){2,8}(, )?$',
		'(dit|disait|répondu|écrit)( (à|que|au))?( [a-z0-9]+){0,3} (: )?$',
		'(aujourdhui|pour le moment|pour linstant|avant [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		' (des|en|par (téléphone|mail|email)|au (travail|bureau))',
		'( [a-z]+){0,3} (aujourdhui|maintenant|pour le moment|pour linstant|encore|jusqua|jusquà|pendant|avant|après|demain)',
		'( [a-z]+){0,2} (pour (une|un|deux|trois|[0-9]+|quelques)|si tard|si tôt|le (dimanche|samedi|soir|week end|matin)|la nuit|au travail|ce soir|cette semaine)',
	],
	notWith: [
		'(écrivez|écris|contactez|contacte|rappelez|appelez|relancez) moi (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|plus tard|la semaine|en|à|après|quand|le)',
		'demain (ça va|oui|cest bon)|je (vous|te) (recontacte|rappelle|réécris|tiens)',
		'(répondez|envoyez|tapez|écrivez)( par)? (stop|non|désabonner)',
	],
};
