//! How busy agents are.

use guichet_domain::AgentId;
use guichet_protocol::AgentLoad;
use insta::assert_compact_json_snapshot as assert_wire;
use uuid::Uuid;

use super::wire;

#[test]
fn how_busy_an_agent_is() {
    let load = AgentLoad {
        agent: AgentId(Uuid::from_u128(1)),
        open: 4,
    };
    assert_wire!(wire(&load), @r#"{"agent": "00000000-0000-0000-0000-000000000001", "open": 4}"#);
}
