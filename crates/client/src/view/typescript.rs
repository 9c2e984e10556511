//! `ui/types/view.d.ts`: the screen's types are these of this module.

use std::path::Path;

use ts_rs::{Config, TS};

use super::*;
use crate::error::CallError;
use crate::host::Keyring;
use crate::words::Language;

const HEAD: &str = "\
// What the app tells the screen. Generated from `guichet_client::view` by its tests: do not edit.
// `GUICHET_SNAPSHOTS=write cargo test -p guichet-client screens_types` writes it anew.
";

fn declared<T: TS>(config: &Config) -> String {
    let docs = T::docs().unwrap_or_default();
    // A field a line, its words before it.
    let declaration = T::decl(config)
        .replace(", \n", ",\n")
        .replace('\n', "\n  ")
        .replace(" | { ", "\n  | { ");
    format!("\n{docs}export {declaration}\n")
        .replace("/**\n * ", "/** ")
        .replace("/**\n   * ", "/** ")
        .replace("\n */", " */")
        .replace("\n   */", " */")
}

/// Milliseconds and numbers of lines are far below what a JavaScript number holds.
macro_rules! declarations {
    ($($type:ty,)*) => {{
        let config = Config::new().with_large_int("number");
        [HEAD.to_owned(), $(declared::<$type>(&config)),*].concat()
    }};
}

#[test]
fn the_screens_types_are_fresh() {
    let fresh = declarations![
        guichet_domain::AgentId,
        guichet_domain::ContactId,
        guichet_domain::ConversationId,
        guichet_domain::QueueId,
        guichet_domain::DepartmentId,
        guichet_domain::TemplateId,
        guichet_domain::Channel,
        guichet_domain::Status,
        guichet_domain::AccountId,
        guichet_domain::Role,
        guichet_domain::Grant,
        guichet_domain::Open,
        guichet_domain::Holiday,
        guichet_domain::OfficeHours,
        guichet_domain::Department,
        guichet_domain::Strategy,
        guichet_domain::OwnershipMode,
        guichet_domain::Unanswered,
        guichet_domain::Queue,
        guichet_domain::Route,
        guichet_domain::Greeting,
        guichet_domain::FieldRule,
        guichet_domain::Privacy,
        guichet_domain::Corner,
        guichet_domain::WidgetSettings,
        guichet_domain::Account,
        guichet_domain::Settings,
        Language,
        Keyring,
        Me,
        Session,
        ConnectionState,
        Connection,
        OwnQueue,
        OwnPresence,
        LanguageChoice,
        Theme,
        NotifyContent,
        Settings,
        EmojiHabits,
        ListView,
        Group,
        GroupTotal,
        ChatKind,
        PreviewKind,
        Preview,
        Row,
        ListWindow,
        Counts,
        ThreadState,
        Abilities,
        Named<guichet_domain::QueueId>,
        Member,
        Chat,
        Colleague,
        Colleagues,
        Owner,
        ContactCard,
        Thread,
        LineKind,
        Delivery,
        SystemText,
        Quote,
        Line,
        Messages,
        PastOutcome,
        PastRow,
        History,
        ManagedAgent,
        MayAdminister,
        Administration,
        Invited,
        InstalledOn,
        AuditLine,
        AuditTrail,
        PastMessages,
        DeviceRow,
        Photo,
        BlockingState,
        VisitFacts,
        Visit,
        BlockedRow,
        UnsentDraft,
        TransferToQueue,
        TransferTargets,
        Load,
        TemplateRow,
        TemplateWindow,
        FieldPlace,
        FilledTemplate,
        TemplatePlace,
        ManagedTemplate,
        ManagedTemplates,
        TemplateForm,
        TemplateUse,
        TableFormat,
        PlannedTemplate,
        BadLine,
        ImportPlan,
        BookRow,
        AddressBook,
        ContactForm,
        BookFormat,
        ContactImport,
        GoneReason,
        UiEvent,
        CallError,
    ];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/types/view.d.ts");
    if std::env::var_os("GUICHET_SNAPSHOTS").is_some_and(|wish| wish == "write") {
        std::fs::write(&file, &fresh).expect("is written");
    }
    let committed = std::fs::read_to_string(&file).expect("is there");
    assert!(
        committed == fresh,
        "`ui/types/view.d.ts` is stale; hint: GUICHET_SNAPSHOTS=write cargo test -p guichet-client screens_types"
    );
}
