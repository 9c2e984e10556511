// Templates of the demo company, written by its manager.

/** A file of the manager. */
const FILE = `department,category,title,language,text
Boutique en ligne,Accueil,Bonjour,fr,"Bonjour {{contact.first_name}}, ici {{agent.name}}. Je regarde votre demande tout de suite."
Boutique en ligne,Accueil,Bonjour,en,"Hello {{contact.first_name}}, {{agent.name}} here. I am looking into it right now."
Boutique en ligne,Accueil,Un instant,fr,"Un instant, s’il vous plaît."
Boutique en ligne,Accueil,Un instant,en,"One moment, please."
Boutique en ligne,Livraison,Délai de livraison,fr,"Votre colis part aujourd’hui, le {{date}} ; comptez deux jours ouvrés."
Boutique en ligne,Livraison,Délai de livraison,en,"Your parcel leaves today, {{date}}; allow two working days."
Boutique en ligne,Livraison,Retard,fr,"Cher {{contact.name|client}}, votre colis a pris du retard. Veuillez nous en excuser."
Boutique en ligne,Retours,Étiquette de retour,fr,"Voici votre étiquette. Déposez le colis où vous voulez, sous quatorze jours."
`;

/** What would be refused, and what would change. */
export const BAD_FILE = `department,category,title,language,text
Boutique en ligne,Accueil,Bonjour,fr,"Bonjour !"
Boutique en ligne,Accueil,Merci,fr,Merci beaucoup.
Boutique en ligne,Accueil,Au revoir,fr,"Au revoir {{contact.nom}}"
Entrepôt,Accueil,Adieu,fr,Adieu
Boutique en ligne,Accueil,,fr,Rien
`;

/** @param {import("./world.js").World} world */
export async function templates(world) {
  await world.signIn("ines");
  await world.until("Inès may write them", async () => (await world.call("ines", "managed_templates", { search: "", limit: 1 })).places.length > 0);
  await world.call("ines", "import_templates", { text: FILE, dry_run: false });
  await world.until("Inès has them", async () => (await world.call("ines", "managed_templates", { search: "", limit: 1 })).total === 5);
}

/** @param {import("./world.js").World} world */
export async function offered(world) {
  await templates(world);
  const asked = { search: "", limit: 1 };
  await world.until("Marie has them", async () => (await world.call("marie", "templates", asked)).total === 5);
}
