import type { Language } from '../language.ts';

export const es: Language = {
	core:
		'escri contact molest habl text fastid hostig acos importun spam chat jod ching hinch insist mand ' +
		'envi reenvi meter menz mens msj mjs sms msg msn whats wasap guasap wsp recordat notific aviso ' +
		'comunic difusi promo public propag ofert anunc market descuent paz tranquil numero telef celul datos ' +
		'list base registr grupo sistema agenda cadena baja vaja desuscr desinscr desafil suscri subscri ' +
		'susbcri suscr bloq report denunc recib reciv resib buscar llamar marcar lleg borr elimin quit saqu ' +
		'sac retir remov remuev excluy suprim',
	messages:
		'(mensajes?|mensajitos?|men[sz]ages?|msjs?|mjs|sms|msgs?|msn|whatsapps?|wasaps?|guasaps?|wsp|recordatorios|notificaciones|avisos|comunicaciones|textos|spam|difusiones)',
	promotions:
		'(promociones|promocion|promos?|publicidad|publicidades|propagandas?|ofertas?|anuncios|marketing|descuentos)',
	words: {
		no: '(no|nunca|jamas|nunca mas|ni|tampoco)',
		again: '(mas|nunca|jamas|nunca mas|de nuevo|nuevamente|otra vez|ya)',
		// Forms that ask or forbid: "no me molesta" only says that it is no bother.
		writes:
			'(escri[bv](an?|as|is|ais)|(contact|molest|habl|text|fastidi|hostig|acos|importun|spam|chat)e?(en|e|es)|jod(an?|as)|escribieran?|(contact|molest|busc)aran?)',
		write:
			'(escri[bv]ir|contactar|molestar|hablar|textear|fastidiar|hostigar|acosar|importunar|spamear|mensajear|joder|chingar|hinchar|insistir)',
		writing:
			'(escri[bv]iendo|contactando|molestando|hablando|texteando|fastidiando|acosando|jodiendo|chingando|insistiendo)',
		sends: '((mand|envi|reenvi)(en?|es|aran?)|metan)',
		send: '(mandar|enviar|hacer|meter|reenviar)',
		sending: '(mandando|enviando|reenviando)',
		cease:
			'(dej(e|en|a|ar|es|ad)|par(a|e|en|as|ar|ad)|paren(le)?|basta|ces(e|en|ar)|termin(a|e|en)|evit(a|e|en|ar))',
		want: '(kiero|quiero|quisiera|deseo|queremos|deseamos|me gustaria|me interesa|acepto|prefiero|pido|solicito)',
		receive: '(re[cs][ie]bir|re[cs]ibiendo|saber|tener|ver)',
		any: '(mas|ya|de|puro|tantos?|tantas?|esos?|esas?|estos?|estas?|sus?|tus?|los|las|la|ese|este|ningun|ninguna|nada|otros?|otras?|cosas|tipo|todos?|todas?|cualquier)',
		list: '(de|en) (su|sus|la|tu|tus|esta|este|estas|todas las|todas sus) (listas?|base|bases|contactos|difusion|registros?|grupo|sistema|agenda|cadena)',
		remove:
			'(borr(en|e|a|ar|es)|elimin(en|e|a|ar|es)|quit(en|e|a|ar|es)|saqu(en|e|es)|sac(a|an|ar)|retir(en|e|a|ar)|rem(ue|o)v(an|a|e|er)|excluy(an|a|e)|excluir|suprim(an|a|e|ir))',
		removed: '(eliminad|borrad|quitad|removid|retirad|excluid|dad|sacad)[oa]s?',
		block: '(bloqueo|reporto|denuncio|bloquear|bloqueare|reportar|reportare|denunciar)',
	},
	turns:
		'dej[a-z]+|paren?|par[oae]|olvid[a-z]+|dud[ea][a-z]*|pud[a-z]+|pod[a-z]+|logr[a-z]+|tard[a-z]+|demor[a-z]+|hace|falta|problema|import[a-z]+|molesta|creo|he|ha|han|hay|no|nunca|nadie|si|pero',
	requests: [
		`{no} {gap}(me|nos) {gap}({writes}|{write}|{writing})( {again})*(?! (de (?!nuevo)|el |la |los |las |una? |eso |esto ))`,
		`no (me|nos) vuelv(an?|as) a (buscar|llamar|marcar)`,
		`no (volver|vuelv(an?|as)) a {write}( a (este|mi|ese) (numero|telefono|celular)|{end})`,
		`{thing} (, )?{cease} (ya )?de {send}(los|las|lo|la)`,
		`{no} {gap}(me|nos) lleg(uen?|aran?)( {any})* {thing}`,
		`{no} {gap}({write}|{writing}|contactand|escribiend)(me|nos|ome)( {again})*`,
		`no (me )?(molest|fastidi|hinch)en? mas|no (me )?jod(an?|as) mas|no insist(an?|as)( mas)?{end}`,
		`no (me )?(est(en?|es)|sig(an?|as)) ({writing}|con (lo mismo|esto|eso|{thing}))`,
		`no ({writes}|{write})( {again})*( a (este|mi|ese) (numero|telefono|celular|whatsapp)|{end})`,
		`{no} {gap}((me|nos) )?({sends}|{sending}|{send}|(mandand|enviand)o?)(me|nos|ome)?( {any})* ({thing}|nada|informacion|info)`,
		`{no} {gap}(me|nos) (?!l[oa]s? ){gap}({sends}|{sending}|{send})( {any})*{end}`,
		`{start}no ({sends}|{send}) mas{end}`,
		`no (yo )?{want} (seguir |continuar )?({receive} )?({any} )*{thing}(?! que)`,
		`no {want} (seguir |continuar )?{receive}( {any})* (informacion|info)`,
		`no {want} (seguir|estar|continuar|aparecer) {list}(?! de espera)`,
		`no {want} (seguir |continuar )?{receive}( (mas|ya|nada))*( de (ustedes|vosotros|ti|usted|esta empresa))?{end}`,
		`{want} no (ser|que me) (contactad|molestad)[oa]|no {want} (ser|que me) (contactad|molestad)[oa]`,
		`{want} {gap}(no|dejar de|parar de) (seguir )?{receive}( {any})*( {thing}|{end})`,
		`puedo dejar de {receive}( {any})*( {thing}|{end})`,
		`no (autorizo|autorice|di permiso|doy permiso|doy autorizacion) {gap}(me|mis datos|{thing})`,
		`{start}no mas {thing}`,
		`(dej(en|e|a|es))(me|nos) de ({write}|{send})`,
		`{cease} (ya )?(de )?(estar |andar )?([a-z]+me (y|o|ni) )?({write}|{writing})(me|nos)`,
		`{cease} (ya )?de (estar |andar )?({write}|{writing})( tanto)?{end}`,
		`{cease} (ya )?de (estar |andar )?({send}|{sending})(me|nos|la|las|lo|los)?( {any})* ({thing}|cosas)`,
		`{cease} (ya )?de {send}(me|nos){end}`,
		`{cease} (ya )?((con|de) )?({any} )*{thing}{end}`,
		`(cort(en|a|e)(la)?|aflojen?|par(en|a)le|bajenle) (ya )?(con|a|de) ({any} )*{thing}`,
		`(hart[oa]s?|cansad[oa]s?|podrid[oa]s?|hasta la madre|hasta las narices|chole) (de|con) ({any} )*{thing}`,
		`abst[ei]+n[a-z]+ de ({write}|{send})(me|nos)?`,
		`dej(en|e|a|ad|es)(me|nos)? (en paz|tranquil[oa]s?)`,
		`{remove} (mi (numero|contacto|telefono|celular)|mi nombre {list}|mis datos|este numero de)`,
		`{remove}(me|nos) ((por favor|porfa) )?(de {gap}{thing}|de sus envios|{list})`,
		`(me|nos) {gap}{remove} {list}`,
		`{start}(mejor )?{remove}me{end}`,
		`(ser|sea|sean) {removed} {list}`,
		`(eliminacion|baja|retiro) de mi (numero|contacto|telefono)`,
		`(desuscriban?|desinscriban?|desafilien?|desafilia|desuscribi)me`,
		`{want} (salir|salirme) {list}`,
		`(me )?(da|dan|das|den|de|des|dar|darme|darnos|deme|denme|dame|doy|puede dar|pueden dar) de [bv]aja( (de|a))?( (su|sus|la|las|los|esta|este|estos|estas|tus|esto|mi))*( (listas?|numero|telefono|contacto|difusion|{thing}))?{end}`,
		`{want} {gap}baja{end}`,
		`(cancel(ar|en|e|a|o)|anul(ar|en|e|a))( (la|mi))? sus?[bc]*cripcion (a|de)( (sus|estos|los|tus))? {thing}`,
		`{start}(cancel(ar|en|e|a)|desactiv(ar|en|e|a)|suspend(er|an|a)|det(ener|engan|enga))( ({any}|el envio de))* {thing}{end}`,
		`{want} (desuscribirme|desinscribirme|desafiliarme|cancelar (la|mi) suscripcion){end}`,
		`(si|como) [a-z0-9 ]{0,60}(los|las|lo|te|les|voy a) {block}`,
		`(los|las|lo|la|te|les) {gap}(voy|vamos) a {block}|(los|te|lo|les) {block} si (me|siguen|sigues|vuelv[a-z]+)`,
		`(voy|vamos) {gap}a {block}(los|las|lo|te)`,
		`(voy|vamos) a {block} (a )?(este|su|el|ese) (numero|contacto)`,
		`como [a-z ]{0,20}(no recibir|dejar de recibir|que no me lleguen|dejo de recibir|paro de recibir)( {any})* {thing}`,
	],
	alone: [
		'(stop|stopp|stp|alto ya)( stop)*',
		'(detener|parar|stop|cancelar) {thing}',
		'pare|paren|parenle|parele',
		'baja|baja total',
		'((me )?(darme|dar|dame|denme|deme|date|darse|doy) )?de baja',
		'dejar de recibir {thing}|ya no mas',
		'desuscribir(me|se)?|desuscribanme|desinscribir(me)?',
		'cancelar( la| mi)? sus?[bc]*cripcion',
		'no molestar|no molesten|no moleste|no molestes|eliminar mis datos',
	],
	smallTalk: [
		'hola|holi|buenas|buenos dias|buen dia|buenas tardes|buenas noches|saludos|estimad[oa]s?',
		'por favor|porfavor|porfa|porfis|x fa|xfa|x favor|xfavor|favor de|favor|plis|pls|plz|please|hagame el favor de',
		'(muchas |mil )?gracias|ok|oki|okay|okey|bueno|disculpen?|perdon|senor|senora|senorita|amigos?|amiga|che|loco|bro',
		'ya no gracias|no gracias|ya no me interesa|no me interesa|no estoy interesad[oa]|me equivoque|numero equivocado|ya no(?! (mas|{no}))',
		'ya compre( en otro lado)?|ya|de una vez|quiero|solicito|deseo|ya no quiero nada|les? pido|te pido',
	],
	tail: [
		'por favor|porfavor|porfa|x fa|xfa|x favor|plis|pls|please|gracias|muchas gracias|ok',
		'ya|mas|nunca|jamas|nunca mas|de nuevo|nuevamente|otra vez|de una vez|inmediatamente|ahora mismo|todo',
		'a (este|mi) (numero|telefono|celular|whatsapp)|por (aqui|aca|este medio|este canal|whatsapp|wsp)|a mi|les digo',
		'senor|senora|senorita|amigos?|amiga|che|loco|bro|joven|ya les dije|que no me interesa|de ustedes|de su parte',
	],
	negations: [
		'(no|nunca|jamas|nadie|tampoco) (me |se |nos |te |les )?$',
		'(no|nunca) [a-z]{2,12} (de |que )?$',
	],
	notAfter: [
		'(porque|por que|xq|pq|cuando|van|va|vas) ([a-z]+ ){0,3}$',
		'(si(?! (es posible|no es (mucha )?molestia|no les molesta|(me |nos )?hacen? el favor|fueran? tan amables?|puede[ns]?|gustan?))|cuando) ([a-z0-9]+ ){2,8}(, )?$',
		'(dice|dijo|dijeron|decia|contesto|respondio|grito)( que)?( [a-z0-9]+){0,3} (: )?$',
		'(le|les) dije (a |al )[a-z ]{1,40}$',
		'(hoy|ahorita|por ahora|de momento|por el momento|hasta [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		'( [a-z]+){0,3} (hoy|ahorita|por ahora|por el momento|de momento|todavia|aun|hasta|mientras|antes de|despues de|manana)',
		'( [a-z]+){0,2} (tan (tarde|temprano|seguido)|los (domingos|sabados|lunes|fines)|el (domingo|sabado|lunes|finde|fin de))',
		'( [a-z]+){0,2} (en (horario|horas|la noche|la manana|la tarde|la madrugada|las noches|este momento|la reunion)|de (noche|madrugada)|por la noche|a esta hora|a esas horas|esta semana)',
		' (por|durante|x) (un|una|uno|dos|tres|cuatro|cinco|seis|unos|unas|[0-9]+|este|esta) (dias?|semanas?|mes|meses|horas?|ratos?|tiempo)',
		' (por (telefono|llamada|correo|email|mail|facebook|instagram)|al (correo|trabajo|fijo)|a mi (trabajo|casa|oficina|correo))',
		' (de (voz|audio|error|texto)|dentro de|sobre|en (ingles|espanol|audio)|explicar|decir|preguntar|del? (gimnasio|curso|plan|precio|precios|politica)|si no|a menos)',
	],
	notWith: [
		'(escri[bv](an|a|e|i|is|as)|habla|hablen|hable|hables|mande|manden|manda|contacten?|contacta|llamen?|llama|busquen)me (el|la|lo|los|manana|pasado|luego|despues|mas tarde|en|a las|cuando|otro dia|otra vez el)',
		'manana (si|ya)|((yo|nosotros) (les?|te)|les?|te) (yo )?(aviso|escribo|confirmo|hablo|llamo|avisamos) (yo |en |el |la |cuando |luego |despues )*(manana|lunes|martes|miercoles|jueves|viernes|sabado|cuando|luego|despues|en)',
		'(responde[rn]?|responda|contesta|envia|envie|escribe|escriba) (con )?(stop|baja|salir|parar|cancelar|no)',
	],
};
