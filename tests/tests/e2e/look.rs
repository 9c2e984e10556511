//! A look at a screen: its pictures, and whether all of it is to be seen.

use crate::desk::Desk;
use crate::stage::Stage;

/// What is not to be seen, by the script of the browser's tests.
const FAULTS: &str = include_str!("../../bridge/faults.js");

/// The screen in a language of longer words, or in its own again.
const SPEAK: &str = include_str!("../../bridge/speak.js");

/// The sizes in which every screen is looked at; the last is that of the window.
const SIZES: [(u32, u32); 3] = [(380, 700), (900, 700), (1280, 800)];

impl Desk {
    /// Pictures of the screen in both themes; nothing of it is cut off, covered or without words, in any size.
    pub(crate) async fn look(&self, stage: &Stage, name: &str) {
        for theme in ["dark", "light"] {
            let script = format!(
                "document.documentElement.dataset.theme = {theme:?};
                 return await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done({theme:?}))))"
            );
            self.run(&script).await;
            let picture = stage.picture(&format!("{name}-{theme}"));
            self.window.picture(&picture).await;
        }
        let faults = in_page(FAULTS, "return faults().join('\\n');");
        for longer in [true, false] {
            self.run(&in_page(SPEAK, &format!("await speak({longer});")))
                .await;
            for (width, height) in SIZES {
                self.window.resize(width, height).await;
                let found = self.says(&faults).await;
                assert_eq!(found, "", "{name} at {width}x{height}, longer: {longer}");
            }
        }
    }

    pub(crate) async fn run(&self, script: &str) {
        let done = self.window.session.page.execute(script, Vec::new()).await;
        done.unwrap_or_else(|error| panic!("the script does not run: {error}"));
    }
}

/// A module of the browser's tests that exports one function, and a call of it.
fn in_page(module: &str, call: &str) -> String {
    format!("{}\n{call}", module.replace("export ", ""))
}
