//! What agents say of themselves to colleagues.

use super::draft::Draft;
use crate::{Agent, Event, PhotoId, Refusal, text};

/// Their name, as colleagues and customers read it.
pub(super) fn set_name(draft: &mut Draft<'_>, name: &str) -> Result<(), Refusal> {
    let agent = draft.agent()?;
    let name = text::single_line(name).ok_or(Refusal::NameEmpty)?;
    if name != agent.name {
        draft.push(Event::AgentPut(Agent {
            name,
            ..agent.clone()
        }));
    }
    Ok(())
}

/// Their photo, or that they have none.
pub(super) fn set_photo(draft: &mut Draft<'_>, photo: Option<PhotoId>) -> Result<(), Refusal> {
    let agent = draft.agent()?;
    if photo != agent.photo {
        draft.push(Event::AgentPut(Agent {
            photo,
            ..agent.clone()
        }));
    }
    Ok(())
}
