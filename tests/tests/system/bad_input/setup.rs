//! The first start, and who tries it.

use guichet_hub::Clock;
use reqwest::Method;
use serde_json::json;

use super::door::{Door, answered};

const PASSWORD: &str = "un mot de passe difficile";

#[tokio::test(flavor = "multi_thread")]
async fn only_the_printed_token_sets_the_company_up_and_only_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::unfurnished(folder.path(), Clock::system()).await;
    let token = door.hub.setup_token.as_ref().expect("a first start");
    let token = token.reveal().to_owned();
    let set_up = |token: &str, password: &str| {
        let asked = json!({
            "token": token, "name": "Ada", "email": "ada@example.test", "password": password,
        });
        answered(door.knock(Method::POST, "/v1/setup").json(&asked))
    };
    let wrong = (401, "wrong_credentials".to_owned());
    assert_eq!(set_up("guessed", PASSWORD).await, wrong);
    assert_eq!(
        set_up(&token, "short").await,
        (400, "weak_password".to_owned())
    );
    assert_eq!(set_up(&token, PASSWORD).await, (201, String::new()));
    let not_found = (404, "not_found".to_owned());
    assert_eq!(set_up(&token, PASSWORD).await, not_found);
    assert_eq!(set_up("guessed", PASSWORD).await, not_found);

    let asked = json!({ "by": "password", "email": "ada@example.test", "password": PASSWORD });
    let sign_in = door.knock(Method::POST, "/v1/sessions").json(&asked);
    assert_eq!(answered(sign_in).await, (201, String::new()));
    door.hub.stop().await.expect("stops");
}
