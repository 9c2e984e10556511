//! Requests about the agent who asks.

use guichet_domain::AgentId;
use guichet_protocol::{Device, NewPassword, Profile, Session};
use reqwest::Method;
use uuid::Uuid;

use super::error::HubError;
use super::hub::{ANSWER, Hub, json, sent};

impl Hub {
    pub(crate) async fn me(&self) -> Result<Session, HubError> {
        json(self.request(Method::GET, "v1/me")?.timeout(ANSWER)).await
    }

    pub(crate) async fn set_name(&self, name: String) -> Result<(), HubError> {
        let request = self.request(Method::PUT, "v1/me")?.json(&Profile { name });
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    pub(crate) async fn set_photo(&self, bytes: Vec<u8>) -> Result<(), HubError> {
        let request = self.request(Method::PUT, "v1/me/photo")?.body(bytes);
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    pub(crate) async fn remove_photo(&self) -> Result<(), HubError> {
        let request = self.request(Method::DELETE, "v1/me/photo")?;
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    /// The photo of a colleague, as JPEG.
    pub(crate) async fn photo(&self, agent: AgentId) -> Result<Vec<u8>, HubError> {
        let path = format!("v1/agents/{agent}/photo");
        let answer = sent(self.request(Method::GET, &path)?.timeout(ANSWER)).await?;
        let bytes = answer.bytes().await.map_err(HubError::Unreachable)?;
        Ok(bytes.into())
    }

    pub(crate) async fn change_password(&self, asked: &NewPassword) -> Result<(), HubError> {
        let request = self.request(Method::PUT, "v1/me/password")?.json(asked);
        sent(request.timeout(ANSWER)).await.map(drop)
    }

    /// Where the agent is signed in.
    pub(crate) async fn devices(&self) -> Result<Vec<Device>, HubError> {
        json(self.request(Method::GET, "v1/me/sessions")?.timeout(ANSWER)).await
    }

    pub(crate) async fn end_device(&self, device: Uuid) -> Result<(), HubError> {
        let path = format!("v1/me/sessions/{device}");
        let request = self.request(Method::DELETE, &path)?;
        sent(request.timeout(ANSWER)).await.map(drop)
    }
}
