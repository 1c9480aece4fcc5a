import type { Language } from '../language.ts';

export const pt: Language = {
	core:
		'escrev cham contat contact procur perturb incomod importun abord aborrec ench lig insist mand envi ' +
		'encaminh mens menz msg msn zap sms what contato spam notific lembret comunic texto dispar promo ' +
		'propag public ofert anunc market divulg paz numero telef celular nome lista cadastro grupo base ' +
		'agenda tir remov exclu retir apag delet elimin risc desinscrev descadastr inscric assinatura receb ' +
		'bloque denunc sair para cancel',
	messages:
		'(mensagem|mensagens|men[sz]+a[gj]ens?|msgs?|msn|zaps?|sms|whats|whatsapp|contatos?|spam|notificações|lembretes|comunicações|comunicados|textos|disparos)',
	promotions: '(promoções|promoção|promos?|propagandas?|publicidade|ofertas?|anúncios|marketing|divulgação)',
	words: {
		no: '(não|n|naum|nunca|nunca mais|nem|jamais)',
		// Forms that ask or forbid; those that only tell ("vocês não me mandam") are left out.
		writes:
			'(escrev(a|am|esse|essem)|(cham|contat|procur|importun|abord|perturb|incomod|aborrec)(e|em|asse|assem|arem)|chama|perturba|contact(e|em))',
		write:
			'(escrever|chamar|contatar|contactar|procurar|perturbar|incomodar|importunar|encher|abordar|insistir em contatar)',
		writing: '(escrevendo|chamando|contatando|procurando|perturbando|incomodando|enchendo)',
		sends: '((mand|envi|encaminh)(e|em|a|assem?|arem)|passem)',
		send: '(mandar|enviar|encaminhar|ficar mandando)',
		sending: '(mandando|enviando)',
		cease: '(par(a|e|em|ar|o|assem?)|deix(a|e|em|ar|assem?)|ces(se|sem|sar)|evit(e|em|ar))',
		want: '(quero|desejo|gostaria|aceito|autorizo|autorizei|tenho( mais)? interesse|pretendo|queria|quis|pedi|prefiro|peço|solicito)',
		receive: '(receber|ter|ver|recebendo)',
		any: '(mais|nenhuma?|essas?|esses?|estas?|suas?|seus|tantas?|tantos?|nem|nada|as|os|a|o|de|esse|este|tipo|toda|todas|tudo|qualquer)',
		list: '(da|dessa|desta|de sua|da sua|de suas|das suas|de todas as|do|desse|deste|do seu|desse seu) (lista|listas|cadastro|grupo|base|sistema|agenda)',
		remove:
			'(tir(a|e|em|ar|arem)|remov(a|e|am|er)|exclu(i|a|am|ir)|retir(a|e|em|ar)|apag(a|ue|uem|ar)|delet(a|e|em|ar)|elimin(a|e|em|ar)|risc(a|ar|quem))',
		number: '(número|contato|telefone|zap|whats|whatsapp|nome|celular|cadastro)',
	},
	turns:
		'deix[a-z]+|par(a|e|em|ar)|esque[a-z]+|hesit[a-z]+|consegu[a-z]+|consig[a-z]+|pode[a-z]*|pude|demor[a-z]+|problema|import[a-z]+|acho|há|tem|foi|não|nunca|ninguém|se|mas|porque',
	requests: [
		`{no} {gap}(me|nos) {gap}({writes}|{write}|{writing}) mais`,
		`{no} {gap}(me|nos) ({writes}|{write}){end}`,
		`{no} {gap}({writes}|{write}|contatá|procurá|incomodá)( mais)? ?(me|nos)?( mais)? (este|esse|neste|nesse) (número|contato)`,
		`{no} {gap}(entrem?|entrar|entrassem?|entrarem)( mais)? em contato`,
		`{no} {gap}((me|nos) )?({sends}|{send}|{sending})( me| pra mim)?( {any})* {thing}`,
		`{no} {gap}(me|nos) {gap}({sends}|{send}|{sending})( (mais|nada|nd|coisas?|isso))+{end}`,
		`{start}{no} ({sends}|{send}) mais{end}`,
		`não precis(a|am|e) (mais )?(ficar )?(me )?({send}|{sending}|{write}|{writing}) (mais )?{thing}`,
		`{start}não insist(a|am|e|ir)( mais)?{end}`,
		`não insist(a|am|ir) (mais )?em`,
		`{start}{no} (perturb|incomod)(e|em)( mais)?{end}`,
		`ces(se|sem|sar) ({any} )*{thing}`,
		`(cansad[oa]|fart[oa]|chei[oa]|saco cheio) (de|com) ({any} )*{thing}`,
		`{no} ench(e|a|am)( o saco| meu saco| mais)?{end}`,
		`(não|n|naum) {want}( mais)?( (em|de|a|ficar|continuar|seguir))*( {receive})?( {any})* {thing}(?! (que|pra))`,
		`(não|n|naum) {want} (mais {receive}|{receive} mais)( nada)*( de (vocês|vcs|ninguém))?{end}`,
		`(não|n|naum) {want}( mais)? {receive} (mais )?nada( mais)?( de (vocês|vcs)|{end})`,
		`(não|n|naum) {want} (mais )?ser (contatad|incomodad|perturbad|procurad)[oa]`,
		`{want} {gap}(não|deixar de|parar de) {receive}( {any})*( {thing}|{end})`,
		`não (autorizei|autorizo|dei permissão|dei autorização) {gap}(me|meu|{thing})`,
		`{want} {gap}{cease} de (me )?({send}|{write})`,
		`(pedi|falei|disse) (pra|para) parar( de {gap}{thing})?{end}`,
		`{cease} de (ficar )?((me|nos) )?({send}|{sending}|receber)( {any})* ({thing}|isso|coisas?|toda hora)`,
		`{cease} de (ficar )?(me|nos) ({write}|{writing})`,
		`{cease} de (ficar )?(me|nos) {send}{end}`,
		`{start}{cease} de ({send}|encher|insistir|perturbar){end}`,
		`{cease} de encher( o saco| o meu saco)`,
		`{start}(podem? )?({cease}|chega|basta) (com|de) ({any} )*{thing}{end}`,
		`podem? parar com ({any} )*{thing}`,
		`(?<=^ \\. )para( para)*(?= \\. $)`,
		`me deix(a|e|em) em paz|deixem? me em paz`,
		`(me )?{remove} (me )?({list}|daqui{end})`,
		`{start}me (remov(a|e|am)|exclu(a|i|am)|desinscrev(a|am|e|er)|tir(a|e|em)|apag(a|ue|uem)){end}`,
		`me {remove} (do grupo de |das |dessas |da lista de ){thing}`,
		`({remove}|descadastr(a|e|em|ar)|bloque(ia|iem?|ar)) (o )?(meu {number}(?! (da|do|na|no) (nota|pedido|fatura|boleto|cadastro da|contrato))|este número d|meus dados)`,
		`(exclusão|remoção|retirada|baixa) (do|de) meu {number}`,
		`(cancel(a|e|em|ar)|desativ(a|e|em|ar)|suspend(a|am|er)|interromp(a|am|er)) (((o envio|o recebimento|as|essas|os|suas)( de| dessas| das)?)( {thing}|{end})|{thing}{end})`,
		`cancel(a|e|em|ar) (o )?(meu )?cadastro de {thing}`,
		`{want} (de )?(sair|me retirar|ser (removid|excluid|retirad|tirad)[oa]) {list}`,
		`(me )?descadastr(a|e|em)( me){end}|me descadastr(a|e|em)|{want} (de )?(me )?descadastrar`,
		`cancel(ar|a|e|em) (a |minha |o )?(inscrição|assinatura|recebimento) (d(e|as|os|essas|estas|esses)|de suas) {thing}`,
		`como (eu )?(faço|posso|fazer|faz|fasso) (para|pra|p)? ?(não receber mais|parar de receber|deixar de receber|sair d[ea])( {any})* {thing}`,
		`como (eu )?(cancelo|paro|bloqueio) ({any} )+{thing}`,
		`(se [a-z0-9 ]{0,60})?(vou|irei|tô|estou) (te )?(bloquear|denunciar|bloqueando|denunciando)( (vocês|vcs|este|esse|o)( (número|contato))?| se|{end})`,
	],
	alone: [
		'parar|pare|parem|(sair|saída)( da lista)?|descadastr(ar|o|a|e)|(me )?desinscrever',
		'(parar|stop) {thing}',
		'(cancelar|cancela) (a |minha )?inscrição',
		'não insist(a|am)|não perturb(e|em)|remover',
	],
	smallTalk: [
		'oi|olá|oie|bom dia|boa tarde|boa noite|moç[oa]|amig[oa]|gente|então|aí',
		'por favor|por gentileza|pfv|pfvr|pf|pfr|favor|obrigad[oa]|obg|vlw|valeu|grat[oa]|quero|gostaria de|desejo|peço|peço que',
		'não obrigad[oa]|não quero|já comprei( em outro lugar)?|não tenho interesse|número errado|já chega|já falei',
	],
	tail: [
		'por favor|por gentileza|pfv|pfvr|pf|favor|obrigad[oa]|obg|vlw|valeu|tá bom|ok|ta',
		'mais|nunca|nunca mais|nada|já|de novo|novamente|agora mesmo|imediatamente|não|n',
		'(para|pra|pro|neste|nesse|a|no) (este|esse|meu|número) ?(número)?|(por )?aqui|por este número|no whats|no whatsapp|moç[oa]',
		'd(e|a) (vocês|vcs)|comigo|pelo amor de deus|já falei|daí|aí|por vocês|todo dia|toda hora',
	],
	negations: ['(não|nem|nunca|jamais|ninguém) (me |se |nos |te )?$', '(não|nunca) [a-z]{2,12} (de |que )?$'],
	notAfter: [
		'(por que|porque|pq|por quê|quando|vão|vai) ([a-z]+ ){0,4}$',
		'(se(?! (puder|puderem|possível|for possível|não for incômodo))|quando|caso) ([a-z0-9]+ ){2,8}(, )?$',
		'(disse|falou|diz|disseram|respondeu|gritou|pediu)( que| pra mim| assim| pra)?( [a-z0-9]+){0,3} (: )?$',
		'(falei|disse|pedi) (pro|pra|para|ao|à) (?!(parar|vocês|vcs))[a-z ]{1,40}$',
		'(hoje|agora|por enquanto|por ora|até [a-z0-9 ]{2,20}) (, )?$',
	],
	notBefore: [
		'( [a-z]+){0,3} (hoje|agora|por enquanto|por ora|ainda|até|enquanto|antes d[aeo]|depois d[aeo]|amanhã)',
		'( [a-z]+){0,2} (tão (tarde|cedo)|à noite|a noite|de noite|de madrugada|de manhã|no domingo|aos domingos|no fim de semana|no horário|no trabalho|essa semana|nesse horário|nesta hora|esta hora|essa hora)',
		' (por (um|uma|uns|umas|dois|duas|três|[0-9]+) (dias?|semanas?|mês|meses|horas?|tempo)|durante|por (telefone|email|e mail|ligação))',
		' (de (voz|áudio|erro)|com (meu|minha|ele|ela|a |o )|de (senhor|senhora|você)|em inglês|na corrida|na academia|do curso|do plano|se não|a não ser)',
	],
	notWith: [
		'me (chame|chama|chamem|escreva|escreve|mande|manda|liga|ligue|procura|procure) (na|no|amanhã|depois|mais tarde|segunda|terça|quarta|quinta|sexta|sábado|domingo|semana que vem|em|às|as|quando|outro dia)',
		'amanhã (sim|pode)|te (chamo|aviso|procuro|ligo) (na|no|amanhã|depois|mais tarde|segunda|terça|quarta|quinta|sexta|quando|em)',
		'(responda|responde|envie|digite|escreva) (com )?(stop|sair|parar|cancelar|não)',
	],
};
