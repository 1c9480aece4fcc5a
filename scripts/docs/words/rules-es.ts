import type { RuleName } from '../../../lib/follow-up/rules/index.ts';

/** Why each rule is there, in Spanish; in English it is the comment of the rule itself. */
export const rulesEs: Readonly<Record<RuleName, string>> = {
	optedOut:
		'Toda petición de no recibir más mensajes se respeta (Meta, política de mensajería de WhatsApp Business).',
	customerSilent:
		'Un seguimiento es para un silencio: el mensaje tras el que se planeó debe seguir siendo el último del cliente.',
	reactionAnswered:
		'Un 👍, ✅, ❤ o 🙏 a un mensaje del negocio suele ser toda la respuesta; preguntar de nuevo molestaría.',
	converted:
		'A quien ya compró no se le pregunta si todavía quiere; un mensaje nuevo suyo empieza otra historia.',
	active: 'Un seguimiento desactivado no se envía, tampoco si se planeó antes.',
	platform: 'Un seguimiento sale solo por las plataformas elegidas para él.',
	startedAfterActivation:
		'Activar los seguimientos no debe escribirle a todo el que alguna vez dejó de responder.',
	threadOwner: 'Enviar le quitaría el hilo a la aplicación (o al Meta Business Agent) que lo tiene.',
	accountPaused:
		'Meta restringe la cuenta, o una persona la puso en pausa: cada intento fallaría y puede empeorarlo. Quien la reanuda no debe esperar mucho, así que un seguimiento vencido vuelve a mirar por pasos; hasta entonces no se promete ni se termina nada.',
	paused:
		'Una conversación en pausa no recibe seguimientos; si la pausa tiene hora de final, los recibe después.',
	personWrote:
		'Una persona está atendiendo la conversación; los seguimientos siguen solos cuando pasa un tiempo fijado sin ella.',
	silenceOver:
		'Con un retraso que se cuenta desde el último mensaje de cualquiera, un mensaje del negocio después del plan hace que el silencio empiece de nuevo. Aun así sale en el último momento adecuado de la ventana, antes que no salir.',
	businessAnswered:
		'Un seguimiento en un hilo donde nadie del negocio ha hablado siempre está mal (visto en la práctica: 19 de 245). La respuesta todavía puede llegar, así que espera otro retraso mientras se permita un mensaje libre.',
	windowOpen:
		'Fuera de la ventana solo puede salir una plantilla de WhatsApp; un texto decidido dentro de ella, no.',
	marketingOptedOut:
		'Detenido en el mismo WhatsApp (user_preferences, 131050): nunca una plantilla de marketing; las respuestas dentro de la ventana son bienvenidas.',
	marketingHeldBack:
		'Después de un 131049, otra plantilla de marketing en el mismo día también se rechaza y cuenta contra el número.',
	usMarketing:
		'Meta no entrega plantillas de marketing a números de Estados Unidos fuera de la ventana desde el 2025-04-01 (131049). Fuente: Meta, límites de plantillas de marketing por usuario; leído el 2026-11-22.',
	templateReady:
		'Lo que Meta rechazaría de todos modos: una plantilla que no está aprobada en este momento, o una con una variable vacía (132000).',
	cap: 'Ningún cliente recibe más de cierto número de seguimientos en un período, por muchos que haya definidos (visto en la práctica: 19 seguidos).',
	minimumGap:
		'Dos seguimientos sin respuesta del cliente guardan distancia; una respuesta entre ellos los hace dos historias.',
	quietHours:
		'En las horas de silencio no sale nada. Por lo general se espera a que terminen. Si la ventana se cierra antes, un ajuste dice si sale antes de las horas de silencio, como plantilla después de ellas, o no sale.',
	dryRun:
		'Una prueba sin envío decide como siempre, con modelo y todo, y se detiene en el último paso: el registro dice qué se habría enviado.',
	controlGroup:
		'Al final de todo, cuando ya se enviaría: así se puede comparar a quienes no recibieron nada con quienes sí.',
};
