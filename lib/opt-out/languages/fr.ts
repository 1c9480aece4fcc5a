import type { Language } from '../language.ts';

export const fr: Language = {
	core:
		'entend affair robot bot ecri mecri contact mcontact derang mderang embet recontact relanc sollic import spam harcel joindre ' +
		'mess msg sms texto what notif commun envoi envoy menvoy promo pub offre annonce market tranquil paix ' +
		'grappe basket liste base fichier groupe numero telephone coordonn donnee desabon desinscri msinscri ' +
		'arret darret cess suspend interromp mett reco vire degag oubli perd consent autoris accept bloqu signal insist ninsist retir enlev supprim effac moppos lach oter',
	messages:
		'(messages?|msgs?|sms|textos?|whatsapps?|notifications|spams?|relances|communications|sollicitations|envois)( (automatiques?|intempestifs?|non sollicités))?',
	promotions: '(promotions?|promos?|pubs?|publicités?|offres?|annonces|marketing)',
	words: {
		// Apostrophes are taken out, and left out by customers: "m'écrire" is "mecrire".
		me: '(m|me |nous )',
		// After a subject these tell ("vous ne m'écrivez plus"); without one they forbid.
		imperative: '(?<!(vous|tu|ils|elles|il|elle|on|qui|pourquoi) (ne )?)',
		writes:
			'(écrivez|écris|écrive|contactez?|contactes|dérangez?|embêtez|recontactez|relancez|sollicitez|importunez|spammez)',
		write:
			'(écrire|contacter|déranger|harceler|spammer|relancer|solliciter|importuner|recontacter|embêter|joindre|réécrire)',
		sends: '(r?envoyez|r?envoie|r?envoies|adressez|transmettez)',
		stuff: '(rien|trucs?|choses|dinfos?|dinformations?|infos?|informations?|de nouvelles)',
		cease:
			'(arrêtez?|arrêter|veuillez (cesser|arrêter|stopper)|cessez|cesser|darrêter|de cesser|arrêtiez|cessiez|stop|stoppe[zr]|suspend(ez|re)|interromp(ez|re)|mett(ez|re|ons) fin)',
		want: '(j?veux|souhaite|désire|voudrais|souhaiterais|aimerais|préfère|demande à|accepte|tiens à)',
		any: '(de|d|vos|aucun|aucune|daucun|ces|tous|toutes|des|du|la|les|tes|plus|autant|jamais|le|à|au|aux|avec|autre|autres|dautres|foutus?|maudits?|incessants?|automatiques)',
		list: '(de|du|des) ?(votre|vos|la|cette|ces|ta|tes)? ?(listes?|base|fichiers?|contacts|groupe|système|répertoire)',
		remove:
			'(vire[zr]?|dégage[zr]?|retire[zr]?|enlève[zr]?|enlever|enlevez|supprime[zr]?|efface[zr]?|sortez|sortir|ôte[zr]?|radie[zr]?)',
		// About an order, a card or another number.
		other:
			'(?! (de (carte|la commande|ma commande|la carte|compte|la facture)|du (dossier|colis|compte)|bancaires?))',
		removed: '(retiré|enlevé|supprimé|effacé|désinscrit|désabonné|radié|sorti)e?s?',
	},
	turns: 'pas|jamais|rien|nhésitez|oubliez|noubliez|si|mais|pourquoi',
	requests: [
		`{imperative}(ne )?{me}{writes} (plus|jamais|pas{end})( jamais)?`,
		`(ne )?{want} (plus|pas) qu(on|e vous|e quiconque) {me}(écriv|contact|dérang|relanc|embêt|harcèl|harcel|recontact)(e|iez)`,
		`{imperative}(ne )?{me}{sends} ((plus|jamais)( {any})*( {thing}| {stuff}|{end})|pas (de|daucun|aucun) {thing}(?! (vocal|vocaux|audio)))`,
		`{imperative}nen {sends} plus{end}`,
		`{thing}[a-z ,]{0,40} nen {sends} plus{end}`,
		`{imperative}(ne |n)?{sends} (plus|jamais) (rien|({any} )*{thing})`,
		`(vous pouvez|pouvez vous|tu peux|peux tu|vous pourriez|pourriez vous)( [a-z]+)? (arrêter|cesser){end}`,
		`pas intéressée? par ((de|vos|ces|les) )*(messages|msgs?|sms|relances|communications|sollicitations)`,
		`ne (plus|pas) (jamais )?{gap}{me}{write}`,
		`ne plus (jamais )?{me}envoyer( {any})*( {thing}| rien| quoi que ce soit|{end})`,
		`(?<!pour )ne plus (jamais )?(envoyer|recevoir)( {any})* {thing}`,
		`que vous (ne )?{me}(écriviez|contactiez|recontactiez|dérangiez|relanciez|sollicitiez|harceliez) (plus|pas|jamais)`,
		`que je (ne )?reçoive plus( {any})*( {thing}| rien|{end})`,
		`demandé( [a-z]+){0,3} (darrêter|de cesser){end}`,
		`ne {want} plus (jamais )?(entendre parler|avoir affaire|rien savoir) (de|à|avec) (vous|toi|votre)`,
		`{remove} ce contact( {list}|{end})`,
		`inutile (donc )?de (continuer à )?{me}{write}`,
		`{cease} de {me}{write}(?! (des(?! (maintenant|aujourdhui))|en))`,
		`{cease} (de ({me})?|d)envoyer( {any})*( {thing}|{end})`,
		`{cease} (tout|toute) (contact|communication|envoi|démarchage|prospection)`,
		`ça suffit( avec)?( {any})+ {thing}`,
		`{cease} ({any} )*{thing}(?! (de|pour))`,
		`ne {want} (plus|pas) (recevoir )?({any} )*{thing}`,
		`(ne )?{want} plus (rien )?recevoir( {any})*( {thing}| rien|{end})`,
		`j(e )?(ne )?{want} plus de vos {thing}`,
		`(ne )?{want} (plus|pas) être (re)?(contactée?|dérangée?|sollicitée?|importunée?)`,
		`ne (plus|pas) être (re)?(contactée?|dérangée?|sollicitée?)`,
		`(je )?{want} ne (plus|pas) {gap}(recevoir( {any})* {thing}|recevoir{end}|être (re)?(contactée?|dérangée?|sollicitée?))`,
		`jamais demandé {gap}(recevoir )?({any} )*{thing}`,
		`{start}(plus|pas)( (de|d|aucun|jamais|un|une|seul|seule))+ {thing}{end}(?! (que|[?]))`,
		`ninsistez (pas|plus)`,
		`(marre|assez|ras le bol|peux plus|plein le dos|saoulée?|soûlée?) (de|par)( (tous|toutes|ces|vos|tes))+ {thing}`,
		`(vos|ces|tous ces) {thing} (me (saoulent|soûlent|gonflent|dérangent|fatiguent|harcèlent)|ménervent|memmerdent|mennuient|magacent)`,
		`oublie[zr]? moi{end}|perd(ez|s) mon numéro|cest du harcèlement`,
		`(retire|révoque) mon consentement|droit (à loubli|dopposition|à leffacement)`,
		`(jamais|pas) (autorisé|accepté|consenti)( [a-z]+){0,3} {thing}|jamais (inscrite?|abonnée?)( [a-z]+){0,3}{end}`,
		`je (vous|te) (bloque|signale){end}(?![^?]* [?] )`,
		`mopposer? (à|au)( [a-z]+){0,4}( {thing}|{end})`,
		`laisse[zs]? (moi|nous) (tranquilles?|en paix){end}`,
		`{remove} (moi|nous) (de partout|de tout|partout)`,
		`(fichez|foutez|fous|fiche)( moi| nous) la paix|lâche(z)? moi( la grappe| les baskets)?{end}`,
		`{remove} moi( {list}|{end})`,
		`m(e )?({remove}|désinscrire|désabonner) {list}`,
		`être {removed} {list}`,
		`{remove} (mon|mes|ce) (numéro|contact|téléphone|coordonnées|données){other}`,
		`(désabonne[zr]?|désinscri(s|vez|re)) moi{end}`,
		`je me (désinscris|désabonne){end}`,
		`(de )?me (désinscrire|désabonner)( de (cette|votre|vos|ces|la) (liste|{thing}))?{end}`,
		`(si|sinon)[a-z0-9 ]{0,40} (vous|te|je vais vous) (bloque|signale|bloquer|signaler)`,
		`je vais (vous|te) (bloquer|signaler)(?! (le|la|les|un|une|mon|ma|mes) )(?![^?]* [?] )|je vais signaler (ce|votre) numéro`,
		`comment (faire )?(pour )?(ne plus recevoir|arrêter|bloquer|stopper|désactiver) (ces|vos|les) {thing}`,
	],
	alone: [
		'(stop|stopper|stoppez|stoppe)( (tout|à tout|tous|maintenant|aujourdhui|tout ça))*|veuillez (cesser|arrêter|stopper)|cessez|cesser|ça suffit (maintenant|les messages)|dégagez',
		'stop( stop)*|stop ({any} )*{thing}|arrêter ({any} )*{thing}',
		'arrêtez?|darrêter|de cesser|désabonnez|désabonnement|désinscription|(se |me )?désabonner|(se |me )?désinscrire',
		'plus de contact',
	],
	keywords: ['(stop|stoppez)( stop)*|désinscription|désabonnement|(me )?désabonner|(me )?désinscrire'],
	everydayKeywords: ['arrêtez?'],
	shouted: ['fin', 'assez'],
	reasons: [
		'(jai|je) (ne|nai|suis|déjà|trouvé|acheté)|merci|jai déjà|je suis|parce que|ce numéro (est|nest)|pas intéressée?',
	],
	wants: [
		'(?<!ne )(je (veux|voudrais|cherche)|jai besoin|envoyez moi|envoie moi|appelez moi|appelle moi|écrivez moi|attendez|attends|rappelez moi)(?! (plus|pas|que|me|ne) )',
		'pour (linstant|le moment|aujourdhui)|jusqua|demain|combien|prix|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|haha',
	],
	smallTalk: [
		'merci (beaucoup )?(pour tout|davance)|bonne (journée|soirée|continuation)|(je suis|ici|cest|je mappelle) (?!(le|la|les|un|une|du|de|des|trop|pas|bien|en|déjà|mon|ma|bon|quoi) )[a-z]+|(je )?(réponds|réponse|ma réponse)( est)?|dès (maintenant|aujourdhui)|à (partir|compter) (de |d)?(maintenant|aujourdhui|aujourd hui)',
		'bonjour|bonsoir|salut|coucou|madame|monsieur',
		'svp|stp|sil vous plaît|sil te plaît|merci beaucoup|merci de|merci|veuillez|je veux|je souhaite|je voudrais|je vous (prie|demande) de',
		'non merci|pas intéressée?|ça ne mintéresse (pas|plus)|mauvais numéro|ok|ça suffit',
	],
	tail: [
		'svp|stp|sil vous plaît|sil te plaît|merci|merci beaucoup|maintenant|jamais|encore|à nouveau|du tout|immédiatement|rien',
		'sur ce numéro|à ce numéro|ici|par whatsapp|par sms|de votre part|pls|please|ça suffit',
	],
	fillers:
		'(un peu|vraiment|svp|stp|sil vous plaît|donc|immédiatement|tout de suite|enfin|simplement|toutes|tous|tout|aussi|sérieusement)',
	negations: ['(pas|jamais|rien|nhésitez|oubliez|noubliez)( pas)? (à |de )?$'],
	notAfter: [
		'(quand|avez|as|ont|aviez|ai) ([a-z]+ )?$',
		'pourquoi( [a-z]+){0,4} $',
		'(si(?! (possible|vous (pouvez|pouviez)))|sil(?! (vous|te) plaît)|quand) ([a-z0-9]+ ){2,8}(, )?$',
		'(dit|disait|répondu|écrit)( (à|que|au))?( [a-z0-9]+){0,3} (: )?$',
		'(?<!(partir |compter |dès )(de |d)?)(?<!(partir|compter) d)(aujourdhui|pour le moment|pour linstant|avant [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		' (sur|à) (lautre|mon autre|mon ancien)',
		' (des(?! (maintenant|aujourdhui))|en|(?<!ni )par (téléphone|mail|email)|au (travail|bureau))',
		'( [a-z]+){0,3} (pour le moment|pour linstant|encore|jusqua|jusquà|pendant|avant|après)',
		' , ((mais|plutôt) )?(appelez|appelle|téléphonez|rappelez) moi|[a-z0-9 ]{0,20} , (cest|il est|elle est|déjà) (arrivé|reçu|suffisant|bon)e?',
		'( [a-z]+){0,3} (, )?((juste|seulement|mais) )+(le |la |les |un |une )?(tarif|prix|infos?|devis|catalogue)',
		'( [a-z]+){0,2} (pour (une|un|deux|trois|[0-9]+|quelques)|si tard|si tôt|le (dimanche|samedi|soir|week end|matin)|la nuit|au travail|ce soir|cette semaine)',
	],
	soon: 'aujourdhui|demain',
	forGood: [
		'(ni|et|ou) (jamais|toujours|demain)|ni aujourdhui ni|(dès|à partir de|à compter de) (maintenant|aujourdhui)|à partir daujourdhui',
	],
	notWith: [
		'(écrivez|écris|contactez|contacte|rappelez|appelez|relancez) moi (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|plus tard|la semaine|en|à|après|quand|le)',
		'demain (ça va|oui|cest bon)|je (vous|te) (recontacte|rappelle|réécris|tiens)',
		'(répondez|envoyez|tapez|écrivez)( par)? (stop|non|désabonner)',
	],
};
