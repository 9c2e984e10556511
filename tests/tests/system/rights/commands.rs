//! Commands about a conversation, and what each answers by how it is seen.

use serde_json::{Value, json};

use super::company::Sight;

/// A command, and its answers.
pub(super) struct Row {
    pub(super) command: Value,
    answers: [&'static str; 5],
}

impl Row {
    /// `done`, or the refusal's code.
    pub(super) fn expected(&self, sight: Sight) -> &'static str {
        match sight {
            Sight::Own => self.answers[0],
            Sight::OwnSupervised => self.answers[1],
            Sight::Offered => self.answers[2],
            Sight::Watched => self.answers[3],
            Sight::Supervised => self.answers[4],
            // Whoever may not read it is not told what it would need to be deleted.
            Sight::Lost if self.command["do"] == "delete" => "not_found",
            Sight::Lost => "taken",
            Sight::Hidden => "not_found",
        }
    }
}

/// By how it is seen: own, own and supervised, offered, waiting and supervised, owned and supervised. `from: owner` is
/// Paul or Bob, who do not own what is one's own.
pub(super) fn table() -> Vec<Row> {
    const D: &str = "done";
    const N: &str = "not_found";
    const NOT_ALLOWED: &str = "not_allowed";
    const NOT_OWNER: &str = "not_owner";
    const OPEN: &str = "still_open";
    const TAKEN: &str = "taken";
    const LATE: &str = "too_late";
    const UNOWNED: &str = "unowned";
    [
        (json!({ "do": "reply", "text": "Oui" }), [D, D, D, N, N]),
        (json!({ "do": "note", "text": "Vu" }), [D, D, D, D, D]),
        (json!({ "do": "take" }), [D, D, D, D, TAKEN]),
        (json!({ "do": "release" }), [D, D, NOT_OWNER, N, N]),
        (
            json!({ "do": "transfer", "to": "queue" }),
            [D, D, D, D, TAKEN],
        ),
        (json!({ "do": "undo_transfer" }), [LATE, LATE, LATE, N, N]),
        (json!({ "do": "oversee" }), [D, D, D, D, D]),
        (
            json!({ "do": "take_over", "from": "owner" }),
            [NOT_ALLOWED, TAKEN, NOT_ALLOWED, UNOWNED, D],
        ),
        (
            json!({ "do": "reassign", "from": "owner", "to": "queue" }),
            [NOT_ALLOWED, TAKEN, NOT_ALLOWED, UNOWNED, D],
        ),
        (json!({ "do": "dealt_with" }), [D, D, UNOWNED, UNOWNED, D]),
        (json!({ "do": "archive" }), [D, D, UNOWNED, UNOWNED, D]),
        (json!({ "do": "unarchive" }), [D, D, D, D, D]),
        (json!({ "do": "end_session" }), [D, D, UNOWNED, UNOWNED, D]),
        (json!({ "do": "delete" }), [OPEN; 5]),
        (json!({ "do": "read", "up_to": 1 }), [D, D, D, N, N]),
        (json!({ "do": "mark_unread", "from": 1 }), [D, D, D, N, N]),
        (json!({ "do": "ignore" }), [D, D, D, N, N]),
    ]
    .into_iter()
    .map(|(command, answers)| Row { command, answers })
    .collect()
}
