//! Finding templates, as the screen does at each key press.

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Result, ensure};
use guichet_client::App;
use guichet_domain::{Template, TemplateContent, TemplateId};
use guichet_tests::host::RememberingHost;
use serde_json::json;
use uuid::Uuid;

use super::call;
use crate::figure::{Figure, Wanted};
use crate::spread::Spread;

/// What an agent types, letter by letter.
const TYPED: &str = "retard de livraison";
const TEXT: &str = "Bonjour {{contact.first_name|cher client}}, votre commande a pris du retard à la livraison. Nous en \
    sommes désolés : le transporteur nous annonce deux jours ouvrés de plus. {{agent.name}}, {{queue.name}}";

/// The `n`th of the company's templates, in forty categories and two languages.
pub(super) fn template(id: Uuid, n: u64) -> Template {
    let text = |language: &str| (language.to_owned(), format!("{TEXT} ({n}, {language})"));
    let about = match n % 3 {
        0 => "retard",
        1 => "échange",
        _ => "facture",
    };
    Template {
        id: TemplateId(id),
        content: TemplateContent {
            department: None,
            category: format!("Catégorie {}", n % 40),
            title: format!("Réponse {n} : {about}"),
            texts: BTreeMap::from([text("fr"), text("en")]),
        },
        position: i64::try_from(n).unwrap_or(i64::MAX),
    }
}

/// From the command to its answer: the first after a change, which reads all templates, and one for each letter.
pub(super) async fn find(app: &App<RememberingHost>, templates: u64) -> Result<[Figure; 2]> {
    let asked = |search: &str| json!({ "search": search, "limit": 50 });
    let started = Instant::now();
    let found = call(app, "templates", asked("")).await?;
    let first = started.elapsed();
    ensure!(found["total"] == templates, "{} templates", found["total"]);
    let mut times = Vec::new();
    for _ in 0..5 {
        for (end, letter) in TYPED.char_indices() {
            let typed = &TYPED[..end + letter.len_utf8()];
            let started = Instant::now();
            call(app, "templates", asked(typed)).await?;
            times.push(started.elapsed());
        }
    }
    let times = Spread::of(times);
    Ok([
        Figure::new(
            "client.templates.first",
            first.as_secs_f64() * 1_000.0,
            "ms",
        ),
        Figure::new("client.templates.p95", times.percentile(95), "ms")
            .wanted(Wanted::AimAtMost(30.0)),
    ])
}
