//! What the commands need from the machine, installed when it is missing.

pub(crate) mod node;
pub(crate) mod system_packages;
pub(crate) mod vendor;

use anyhow::Result;

use self::node::Node;
use self::system_packages::Set;

/// Everything the desktop app needs to be compiled: system libraries and the screen's modules.
pub(crate) fn for_building() -> Result<()> {
    system_packages::install(&[Set::Build])?;
    screen(&Node::any()?)
}

/// `for_building`, and a Node recent enough for the lint and test tools.
pub(crate) fn for_checking() -> Result<Node> {
    system_packages::install(&[Set::Build])?;
    let node = Node::recent()?;
    screen(&node)?;
    Ok(node)
}

/// The screen's packages and the copies it is served from.
fn screen(node: &Node) -> Result<()> {
    node.install_packages()?;
    vendor::copy_when_stale()
}
