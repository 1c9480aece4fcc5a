import type { Language, Topic } from './types.ts';

// Everything the model stand-in knows, in one place. Words are compared without accents and without case.

/** A last message that contains one of these says yes: the customer agreed, booked or bought. */
export const yesWords = [
  'confirmo', 'confirmado', 'confirmada', 'de acuerdo', 'acepto', 'ya compre', 'ya reserve', 'ya pague', 'agendado', 'perfecto, reservalo',
  'i confirm', 'confirmed', 'agreed', 'i accept', 'already bought', 'already booked', 'already paid', 'book it', 'sounds good',
  'confirmo sim', 'aceito', 'combinado', 'ja comprei', 'ja reservei', 'ja paguei', 'fechado',
];

/** A last message that is just one of these says yes as well. */
export const yesAlone = ['si', 'si por favor', 'si gracias', 'claro', 'dale', 'listo', 'yes', 'yes please', 'yep', 'sure', 'ok yes', 'sim', 'sim por favor'];

export const cancelWords = [
  'cancelar', 'cancela', 'cancelo', 'cancelen', 'anular', 'anula', 'ya no lo necesito', 'ya no la necesito',
  'cancel', 'call it off', 'no longer need', 'desmarcar', 'nao preciso mais',
];

export const notInterestedWords = [
  'no me interesa', 'no estoy interesado', 'no estoy interesada', 'no gracias', 'ya no quiero', 'no quiero', 'no me escriban', 'no me escribas', 'dejen de escribir',
  'not interested', 'no thanks', 'no thank you', 'i do not want', "don't want", 'stop writing', 'leave me alone', 'unsubscribe',
  'nao tenho interesse', 'nao me interessa', 'nao obrigado', 'nao obrigada', 'nao quero', 'parem de escrever',
];

export const topics: Record<Topic, string[]> = {
  appointment: ['cita', 'citas', 'turno', 'reserva', 'reservar', 'agendar', 'agenda', 'consulta', 'appointment', 'booking', 'book', 'schedule', 'visit', 'agendamento', 'horario', 'marcar'],
  purchase: ['compra', 'comprar', 'pedido', 'orden', 'pagar', 'pago', 'carrito', 'checkout', 'purchase', 'buy', 'order', 'pay', 'payment', 'cart', 'pagamento', 'carrinho', 'encomenda'],
  product: ['producto', 'productos', 'articulo', 'talla', 'stock', 'modelo', 'catalogo', 'product', 'products', 'item', 'size', 'catalog', 'produto', 'produtos', 'tamanho'],
  service: ['servicio', 'servicios', 'limpieza', 'instalacion', 'reparacion', 'asesoria', 'service', 'services', 'cleaning', 'repair', 'installation', 'servico', 'servicos', 'limpeza', 'reparo'],
};

/** Words that give a language away. */
export const languageWords: Record<Language, string[]> = {
  es: ['hola', 'gracias', 'quiero', 'quisiera', 'para', 'cita', 'cuanto', 'cuesta', 'precio', 'el', 'la', 'los', 'las', 'una', 'manana', 'buenos', 'buenas', 'ustedes', 'por', 'tienen', 'puedo', 'con', 'y', 'mi'],
  en: ['hello', 'hi', 'thanks', 'thank', 'want', 'would', 'like', 'please', 'the', 'how', 'much', 'price', 'appointment', 'tomorrow', 'do', 'you', 'have', 'can', 'with', 'and', 'my', 'is', 'for'],
  pt: ['ola', 'oi', 'obrigado', 'obrigada', 'quero', 'gostaria', 'voce', 'voces', 'quanto', 'custa', 'preco', 'uma', 'os', 'as', 'amanha', 'bom', 'boa', 'tem', 'posso', 'com', 'e', 'meu', 'minha', 'nao'],
};

export const tomorrowWords = ['manana', 'tomorrow', 'amanha'];

/** What is written, per language; `{topic}` is the name of the topic. Every text says that it is a test. */
export const messageTexts: Record<Language, { withTopic: string; plain: string; topics: Record<Topic, string> }> = {
  es: {
    withTopic: 'Hola, ¿seguimos con {topic}? (mensaje de prueba)',
    plain: 'Hola, ¿seguimos con tu consulta? (mensaje de prueba)',
    topics: { appointment: 'tu cita', purchase: 'tu compra', product: 'el producto que viste', service: 'el servicio que pediste' },
  },
  en: {
    withTopic: 'Hi, shall we go on with {topic}? (test message)',
    plain: 'Hi, shall we go on with your question? (test message)',
    topics: { appointment: 'your appointment', purchase: 'your purchase', product: 'the product you looked at', service: 'the service you asked about' },
  },
  pt: {
    withTopic: 'Olá, vamos continuar com {topic}? (mensagem de teste)',
    plain: 'Olá, vamos continuar com a sua dúvida? (mensagem de teste)',
    topics: { appointment: 'o seu agendamento', purchase: 'a sua compra', product: 'o produto que você viu', service: 'o serviço que você pediu' },
  },
};
