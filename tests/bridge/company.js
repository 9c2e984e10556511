// Customers and what was said, so that every state of a conversation is on Marie's screen.

/** What is written, in the language of the screen. */
const SAID = {
  fr: {
    order: "Bonjour, où est ma commande 42 ? Le suivi n’a pas bougé depuis jeudi : https://suivi.example.com/42", look: "Bonjour Camille, je regarde tout de suite.",
    thanks: "Merci ! C’est un cadeau pour dimanche.", found: "Elle est au dépôt de Lyon et part demain matin.", note: "Cliente fidèle : proposer la livraison offerte si elle arrive en retard.",
    sure: "Parfait, bonne journée !", invoice: "Pouvez-vous me renvoyer la facture de septembre ?", size: "Bonjour, la veste taille-t-elle grand ?", hello: "Il y a quelqu’un ?",
    return: "Je voudrais retourner un article abîmé", handOver: "Il attend un geste commercial, vois avec Inès.", draft: "Bonjour, pour le retour il suffit de", lost: "Oui, elle taille un peu grand : prenez une taille de moins.",
    guest: "bonjour", later: "Encore une question : puis-je changer l’adresse ?",
  },
  en: {
    order: "Hello, where is my order 42? Tracking has not moved since Thursday: https://tracking.example.com/42", look: "Hello Camille, I am looking into it right now.",
    thanks: "Thanks! It is a present for Sunday.", found: "It is at the Lyon depot and leaves tomorrow morning.", note: "Loyal customer: offer free delivery should it be late.",
    sure: "Perfect, have a nice day!", invoice: "Could you send me September’s invoice again?", size: "Hello, is the jacket true to size?", hello: "Is anybody there?",
    return: "I would like to return a damaged item", handOver: "He expects a gesture, talk to Inès.", draft: "Hello, to return it you just", lost: "Yes, it runs a little large: take one size smaller.",
    guest: "hi", later: "One more question: can I change the address?",
  },
};

/** @param {"fr" | "en"} language */
export const said = (language) => SAID[language];

/** Yesterday and today until 09:41. Signed in: Marie and Paul. Camille's is Marie's and was begun yesterday; Hugo's came
 * from Paul with a note; Nadia and a visitor without a name ring; Marie has a text among the unsent drafts.
 * @param {import("./world.js").World} world @param {"fr" | "en"} language */
export async function company(world, language) {
  const text = said(language);
  await world.signIn("marie");
  await world.signIn("paul");

  const camille = await world.visitor("Camille Durand", "camille@example.com");
  await camille.says(text.order);
  const hers = await world.conversation("marie", "Camille Durand", text.order);
  await world.at("2026-11-22 17:06");
  await world.does("marie", "send", { conversation: hers, text: text.look });
  await camille.gets(text.look, true);
  await world.at("2026-11-22 17:09");
  await camille.says(text.thanks);
  await world.conversation("marie", "Camille Durand", text.thanks);
  await world.call("marie", "read", { conversation: hers, up_to: 4 });

  await world.at("2026-11-23 09:05");
  const hugo = await world.visitor("Hugo Petit", "hugo@example.com");
  await hugo.says(text.return);
  const his = await world.conversation("paul", "Hugo Petit", text.return);
  await world.does("paul", "take", { conversation: his });
  const { agents } = await world.call("paul", "transfer_targets", { search: "Marie" });
  await world.at("2026-11-23 09:12");
  await world.does("paul", "transfer", { conversation: his, agent: agents[0].id, note: text.handOver });
  await world.conversation("marie", "Hugo Petit", text.handOver);
  await world.call("marie", "draft", { conversation: his, text: text.draft });

  await world.at("2026-11-23 09:20");
  await camille.listens();
  await world.does("marie", "send", { conversation: hers, text: text.found });
  await camille.gets(text.found, false);
  await world.at("2026-11-23 09:21");
  await world.does("marie", "note", { conversation: hers, text: text.note });
  await world.conversation("marie", "Camille Durand", text.note);

  await world.at("2026-11-23 09:24");
  const lea = await world.visitor("Léa Moreau");
  await lea.says(text.size);
  const lost = await world.conversation("marie", "Léa Moreau", text.size);
  await world.conversation("paul", "Léa Moreau", text.size);
  await world.call("marie", "draft", { conversation: lost, text: text.lost });
  await world.does("paul", "take", { conversation: lost });
  await world.until("the text is kept", async () => (await world.call("marie", "unsent_drafts")).length > 0);

  await world.at("2026-11-23 09:33");
  const nadia = await world.visitor("Nadia Benali", "nadia@example.com");
  await nadia.says(text.invoice);
  await nadia.says(text.hello);
  await world.conversation("marie", "Nadia Benali", text.hello);
  await world.at("2026-11-23 09:40");
  const guest = await world.visitor();
  await guest.says(text.guest);
  await world.until("everybody is there", async () => (await world.call("marie", "counts")).queues_waiting === 2);
  await world.at("2026-11-23 09:41");
  return { camille, hugo, nadia, guest };
}
