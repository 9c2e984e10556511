//! The company as every decision needs it: the board from its rows, the floor from what is open and whose turn it was.

use guichet_domain::{Board, Conversation, Event, Floor, Turn};
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::super::StoreError;
use super::{parse, uint};

pub(super) async fn read(db: &SqlitePool) -> Result<(Board, Floor, u64), StoreError> {
    // One snapshot for all of it.
    let mut tx = db.begin().await?;
    let change: i64 = sqlx::query_scalar("SELECT change FROM counter")
        .fetch_one(&mut *tx)
        .await?;
    let board = board(&mut tx).await?;
    let floor = floor(&mut tx).await?;
    Ok((board, floor, uint(change)))
}

async fn board(db: &mut SqliteConnection) -> Result<Board, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT 'agent', row FROM agent UNION ALL SELECT 'department', row FROM department
         UNION ALL SELECT 'queue', row FROM queue UNION ALL SELECT 'account', row FROM account
         UNION ALL SELECT 'settings', row FROM settings
         UNION ALL SELECT 'block', row FROM block",
    )
    .fetch_all(db)
    .await?;
    let mut board = Board::default();
    for (table, row) in &rows {
        board.apply(&match table.as_str() {
            "agent" => Event::AgentPut(parse("agent", row)?),
            "department" => Event::DepartmentPut(parse("department", row)?),
            "queue" => Event::QueuePut(parse("queue", row)?),
            "account" => Event::AccountPut(parse("account", row)?),
            "block" => Event::Blocked(parse("block", row)?),
            _ => Event::SettingsPut(parse("settings", row)?),
        });
    }
    Ok(board)
}

async fn floor(db: &mut SqliteConnection) -> Result<Floor, StoreError> {
    let mut floor = Floor::default();
    let open: Vec<String> =
        sqlx::query_scalar("SELECT row FROM conversation WHERE state IN ('offered', 'owned')")
            .fetch_all(&mut *db)
            .await?;
    for row in &open {
        let conversation: Conversation = parse("conversation", row)?;
        floor.add(&conversation);
    }
    let turns = sqlx::query("SELECT queue, agent, rung, served, day, times FROM turn")
        .fetch_all(db)
        .await?;
    for row in turns {
        let ids = (
            row.get::<&str, _>("queue").parse(),
            row.get::<&str, _>("agent").parse(),
        );
        let (Ok(queue), Ok(agent)) = ids else {
            continue;
        };
        let turn = Turn {
            rung: uint(row.get("rung")),
            served: uint(row.get("served")),
            day: row.get("day"),
            times: row.get("times"),
        };
        floor.add_turn(queue, agent, turn);
    }
    Ok(floor)
}
