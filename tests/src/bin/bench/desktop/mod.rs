//! `bench desktop`: from the start of the app to an inbox that can be worked in, and its memory, beside an empty window of
//! the same framework. Both in turn, on the display of the environment.

#[cfg(unix)]
pub(crate) mod inbox;
#[cfg(unix)]
pub(crate) mod window;

use std::path::Path;

use anyhow::Result;

use crate::figure::Figure;

#[cfg(not(unix))]
pub(crate) async fn bench(_: &Path, _: &Path, _: bool) -> Result<Vec<Figure>> {
    anyhow::bail!("the desktop bench reads `/proc`; run it on Linux");
}

#[cfg(unix)]
pub(crate) async fn bench(program: &Path, empty: &Path, small: bool) -> Result<Vec<Figure>> {
    use crate::progress;
    use crate::spread::Spread;

    let rounds = if small { 1 } else { 7 };
    let folder = tempfile::tempdir()?;
    let hub = inbox::Hub::open(folder.path(), if small { 5 } else { 200 }).await?;
    let log = folder.path().join("windows.log");
    progress("desktop: signing the app in");
    let mut first = hub.sign_in(program, &log).await?;
    first.ready().await?;
    first.close().await?;

    let (mut starts, mut floors) = (Vec::new(), Vec::new());
    let (mut memory, mut floor) = (0.0, 0.0);
    for round in 1..=rounds {
        progress(format_args!("desktop: start {round} of {rounds}"));
        let mut window = inbox::empty(empty, &log).await?;
        floors.push(window.ready().await?);
        if round == rounds {
            floor = window.memory().await?;
        }
        window.close().await?;
        let mut window = hub.start(program, &log).await?;
        starts.push(window.ready().await?);
        if round == rounds {
            memory = window.memory().await?;
        }
        window.close().await?;
    }
    hub.close().await?;
    let floor_start = Spread::of(floors).median();
    Ok(vec![
        Figure::new("desktop.start", Spread::of(starts).median(), "ms").over(floor_start),
        Figure::new("desktop.memory", memory, "MB").over(floor),
    ])
}
