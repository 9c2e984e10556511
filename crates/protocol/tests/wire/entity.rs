//! Everything an app caches.

use guichet_protocol::{Entity, EntityKind, Key, Put, Window};
use insta::assert_compact_json_snapshot as assert_wire;

use super::rows::{
    AGENT, CONVERSATION, account, agent, colleagues, contact, department, hello, mine, owned,
    queue, settings, template,
};
use super::wire;

fn put(entity: Entity) -> Put {
    Put {
        change: 812,
        entity,
        messages: None,
    }
}

#[test]
fn an_account() {
    assert_wire!(wire(&put(Entity::Account(account()))), @r##"
    {
      "change": 812,
      "kind": "account",
      "row": {
        "channel": "live_chat",
        "id": "00000000-0000-0000-0000-000000000004",
        "name": "Boutique",
        "public_key": "pub_1",
        "route": {
          "queue": "00000000-0000-0000-0000-000000000002"
        },
        "sites": [
          "https://shop.example"
        ],
        "widget": {
          "away": null,
          "color": "#005f87",
          "corner": "right",
          "email": "required",
          "greeting": {
            "en": "Hello",
            "fr": "Bonjour"
          },
          "name": "optional",
          "privacy": {
            "consent": "off",
            "url": null
          }
        }
      }
    }
    "##);
}

#[test]
fn an_agent() {
    assert_wire!(wire(&put(Entity::Agent(agent()))), @r#"
    {
      "change": 812,
      "kind": "agent",
      "row": {
        "active": true,
        "away_since": 1790000000000,
        "connected": false,
        "email": "marie@guichet.test",
        "extension": "12",
        "grants": [
          {
            "department": "00000000-0000-0000-0000-000000000003",
            "role": "manager"
          },
          {
            "department": null,
            "role": "system_admin"
          }
        ],
        "id": "00000000-0000-0000-0000-000000000001",
        "logged_out_of": [
          "00000000-0000-0000-0000-000000000002"
        ],
        "name": "Marie",
        "photo": "00000000-0000-0000-0000-00000000000b",
        "status": "away"
      }
    }
    "#);
}

#[test]
fn a_contact() {
    assert_wire!(wire(&put(Entity::Contact(contact()))), @r#"
    {
      "change": 812,
      "kind": "contact",
      "row": {
        "details": {
          "email": null,
          "name": "Anna",
          "phone": null
        },
        "id": "00000000-0000-0000-0000-000000000005",
        "known": true,
        "number": 4,
        "since": 1790000000000
      }
    }
    "#);
}

#[test]
fn a_department() {
    assert_wire!(wire(&put(Entity::Department(department()))), @r#"
    {
      "change": 812,
      "kind": "department",
      "row": {
        "hours": {
          "holidays": [
            {
              "date": "2026-12-25",
              "name": "Noël"
            }
          ],
          "week": [
            {
              "day": 1,
              "from": 540,
              "to": 1080
            }
          ],
          "zone": "Europe/Paris"
        },
        "id": "00000000-0000-0000-0000-000000000003",
        "name": "Atelier"
      }
    }
    "#);
}

#[test]
fn what_an_agent_keeps_of_a_conversation() {
    assert_wire!(wire(&put(Entity::Mine(mine()))), @r#"
    {
      "change": 812,
      "kind": "mine",
      "row": {
        "agent": "00000000-0000-0000-0000-000000000001",
        "archived": 2,
        "banner_dismissed": true,
        "conversation": "00000000-0000-0000-0000-000000000006",
        "muted": true,
        "read": 2
      }
    }
    "#);
}

#[test]
fn a_queue() {
    assert_wire!(wire(&put(Entity::Queue(queue()))), @r#"
    {
      "change": 812,
      "kind": "queue",
      "row": {
        "capacity": 5,
        "department": "00000000-0000-0000-0000-000000000003",
        "extension": null,
        "id": "00000000-0000-0000-0000-000000000002",
        "lease_secs": 600,
        "longest_wait_secs": 300,
        "members": [
          "00000000-0000-0000-0000-000000000001"
        ],
        "name": "Service après-vente",
        "offered_only": false,
        "ownership": "first_answer",
        "ring_secs": 60,
        "skills": {
          "00000000-0000-0000-0000-000000000001": 3
        },
        "strategy": "ring_all",
        "unanswered": {
          "next_queue": "00000000-0000-0000-0000-000000000002"
        },
        "widen_secs": 30
      }
    }
    "#);
}

#[test]
fn what_holds_for_the_company() {
    assert_wire!(wire(&put(Entity::Settings(settings()))), @r#"
    {
      "change": 812,
      "kind": "settings",
      "row": {
        "auto_close_days": 14,
        "country": "FR",
        "history": true,
        "hours": {
          "holidays": [
            {
              "date": "2026-12-25",
              "name": "Noël"
            }
          ],
          "week": [
            {
              "day": 1,
              "from": 540,
              "to": 1080
            }
          ],
          "zone": "Europe/Paris"
        },
        "name": "Atelier Dupont",
        "retention_months": 24
      }
    }
    "#);
}

#[test]
fn a_template() {
    assert_wire!(wire(&put(Entity::Template(template()))), @r#"
    {
      "change": 812,
      "kind": "template",
      "row": {
        "content": {
          "category": "Accueil",
          "department": null,
          "texts": {
            "en": "Hello {{contact.first_name|there}}",
            "fr": "Bonjour"
          },
          "title": "Bonjour"
        },
        "id": "00000000-0000-0000-0000-000000000008",
        "position": 1024
      }
    }
    "#);
}

#[test]
fn a_conversation_comes_with_its_messages() {
    let put = Put {
        messages: Some(Window {
            messages: vec![hello()],
            fresh: true,
        }),
        ..put(Entity::Conversation(owned()))
    };
    assert_wire!(wire(&put), @r#"
    {
      "change": 812,
      "kind": "conversation",
      "messages": {
        "fresh": true,
        "messages": [
          {
            "at": 1790000000000,
            "author": "customer",
            "body": {
              "text": "Bonjour"
            },
            "conversation": "00000000-0000-0000-0000-000000000006",
            "id": "00000000-0000-0000-0000-000000000007",
            "seq": 1
          }
        ]
      },
      "row": {
        "agent_read": 1,
        "archived": false,
        "customer_read": 1,
        "customer_received": 2,
        "handed": null,
        "id": "00000000-0000-0000-0000-000000000006",
        "kind": {
          "customer": {
            "account": "00000000-0000-0000-0000-000000000004",
            "channel": "live_chat",
            "contact": "00000000-0000-0000-0000-000000000005",
            "ownership": {
              "owner": "00000000-0000-0000-0000-000000000001",
              "queue": "00000000-0000-0000-0000-000000000002",
              "state": "owned"
            }
          }
        },
        "last_at": 1790000000000,
        "last_seq": 2,
        "opened_at": 1790000000000,
        "preview": {
          "author": {
            "agent": "00000000-0000-0000-0000-000000000001"
          },
          "note": false,
          "text": "Bonjour"
        },
        "waiting_since": null
      }
    }
    "#);
}

#[test]
fn a_chat_among_colleagues() {
    assert_wire!(wire(&put(Entity::Conversation(colleagues()))), @r#"
    {
      "change": 812,
      "kind": "conversation",
      "row": {
        "agent_read": 1,
        "archived": false,
        "customer_read": 1,
        "customer_received": 2,
        "handed": null,
        "id": "00000000-0000-0000-0000-000000000006",
        "kind": {
          "internal": {
            "direct": false,
            "members": [
              "00000000-0000-0000-0000-000000000001"
            ],
            "name": "Projet Lyon",
            "reads": {
              "00000000-0000-0000-0000-000000000001": 2
            }
          }
        },
        "last_at": 1790000000000,
        "last_seq": 2,
        "opened_at": 1790000000000,
        "preview": null,
        "waiting_since": 1790000000000
      }
    }
    "#);
}

#[test]
fn every_entity_has_a_name() {
    let all = [
        Entity::Account(account()),
        Entity::Agent(agent()),
        Entity::Contact(contact()),
        Entity::Conversation(owned()),
        Entity::Department(department()),
        Entity::Mine(mine()),
        Entity::Queue(queue()),
        Entity::Settings(settings()),
        Entity::Template(template()),
    ];
    assert_wire!(all.each_ref().map(|entity| wire(&entity.key())), @r#"
    [
      {
        "id": "00000000-0000-0000-0000-000000000004",
        "kind": "account"
      },
      {
        "id": "00000000-0000-0000-0000-000000000001",
        "kind": "agent"
      },
      {
        "id": "00000000-0000-0000-0000-000000000005",
        "kind": "contact"
      },
      {
        "id": "00000000-0000-0000-0000-000000000006",
        "kind": "conversation"
      },
      {
        "id": "00000000-0000-0000-0000-000000000003",
        "kind": "department"
      },
      {
        "id": "00000000-0000-0000-0000-000000000001:00000000-0000-0000-0000-000000000006",
        "kind": "mine"
      },
      {
        "id": "00000000-0000-0000-0000-000000000002",
        "kind": "queue"
      },
      {
        "id": "company",
        "kind": "settings"
      },
      {
        "id": "00000000-0000-0000-0000-000000000008",
        "kind": "template"
      }
    ]
    "#);
    assert_eq!(Key::mine(AGENT, CONVERSATION), Entity::Mine(mine()).key());
}

#[test]
fn a_kind_has_one_name_everywhere() {
    for kind in EntityKind::ALL {
        assert_eq!(wire(&kind), kind.as_str());
        assert_eq!(EntityKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(EntityKind::parse("Agent"), None);
}
