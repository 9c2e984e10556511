//! Office hours: on which weekdays, from when to when, in which time zone, and on which dates not.
//!
//! Hours are what a clock on the wall shows. Where a clock is put back, what it shows twice counts twice; where it is
//! put forward, what it never shows does not count.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp as Instant, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Refusal, Timestamp};

/// When somebody is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeHours {
    /// IANA name, such as `Europe/Paris`.
    pub zone: String,
    /// Times of the week; `None`: always.
    pub week: Option<Vec<Open>>,
    /// Dates on which nobody is there, from midnight to midnight.
    pub holidays: Vec<Holiday>,
}

/// From when to when on one day of the week, in minutes after its midnight. Up to an earlier or the same minute means
/// on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Open {
    /// 1 is Monday, 7 is Sunday.
    pub day: u8,
    /// 0 to 1,439.
    pub from: u16,
    /// 0 to 1,440; not included.
    pub to: u16,
}

/// A date on which nobody is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Holiday {
    /// Which date, `2026-12-25`.
    #[schema(value_type = String)]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: Date,
    /// As agents read it.
    pub name: String,
}

/// Most times of one week, and most holidays.
pub const MAX_HOURS: usize = 500;
const DAY: u16 = 24 * 60;
/// How far ahead a change is looked for.
const AHEAD_DAYS: i32 = 366;

impl Default for OfficeHours {
    fn default() -> Self {
        Self {
            zone: "UTC".to_owned(),
            week: None,
            holidays: Vec::new(),
        }
    }
}

impl OfficeHours {
    /// Refuses an unknown zone and times that no clock shows.
    pub fn check(&self) -> Result<(), Refusal> {
        TimeZone::get(&self.zone).map_err(|_| Refusal::NoSuchTimeZone)?;
        let week = self.week.iter().flatten();
        let shown = |open: &Open| (1..=7).contains(&open.day) && open.from < DAY && open.to <= DAY;
        let many = self.holidays.len() > MAX_HOURS || week.clone().count() > MAX_HOURS;
        if many || !week.clone().all(shown) {
            return Err(Refusal::BadHours);
        }
        Ok(())
    }

    /// Is somebody there at `now`?
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.is_always() || self.is_open_at(instant(now))
    }

    /// The next moment at which that changes; `None` when it does not within a year.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        if self.is_always() {
            return None;
        }
        let now = instant(now);
        let open = self.is_open_at(now);
        let zone = self.zone();
        let today = now.to_zoned(zone.clone()).date();
        // Where the clock jumps, hours may begin or end at a time that it does not show.
        let jumps: Vec<Instant> = zone.following(now).take(4).map(|t| t.timestamp()).collect();
        (0..AHEAD_DAYS)
            .filter_map(|ahead| today.checked_add(ahead.days()).ok())
            .find_map(|date| {
                let on_wall = |time| date.to_datetime(time).to_zoned(zone.clone()).ok();
                let mut edges: Vec<Instant> = self
                    .edges_on(date)
                    .filter_map(|time| Some(on_wall(time)?.timestamp()))
                    .chain(
                        jumps
                            .iter()
                            .copied()
                            .filter(|jump| jump.to_zoned(zone.clone()).date() == date),
                    )
                    .collect();
                edges.sort_unstable();
                let changes = |edge: &Instant| *edge > now && self.is_open_at(*edge) != open;
                edges.into_iter().find(changes)
            })
            .map(|edge| Timestamp(edge.as_millisecond()))
    }

    /// Days since 1970 of the date that the wall shows at `now`.
    pub fn day(&self, now: Timestamp) -> i32 {
        let date = instant(now).to_zoned(self.zone()).date();
        let since = date.since((jiff::Unit::Day, Date::constant(1970, 1, 1)));
        since.map_or(0, |span| span.get_days())
    }

    /// The same time of the wall, so many months earlier.
    pub fn months_before(&self, now: Timestamp, months: u16) -> Timestamp {
        let wall = instant(now).to_zoned(self.zone());
        let before = wall.checked_sub(i64::from(months).months());
        before.map_or(Timestamp(i64::MIN), |at| {
            Timestamp(at.timestamp().as_millisecond())
        })
    }

    fn is_always(&self) -> bool {
        self.week.is_none() && self.holidays.is_empty()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    fn is_open_at(&self, now: Instant) -> bool {
        let wall = now.to_zoned(self.zone());
        let (date, minute) = (wall.date(), minute(wall.time()));
        if self.is_holiday(date) {
            return false;
        }
        let Some(week) = &self.week else {
            return true;
        };
        let before = date.yesterday().ok();
        week.iter().any(|open| {
            if open.day == number(date.weekday()) && minute >= open.from {
                return minute < open.to || open.overnight();
            }
            before.is_some_and(|before| {
                open.overnight()
                    && open.day == number(before.weekday())
                    && minute < open.to
                    && !self.is_holiday(before)
            })
        })
    }

    fn is_holiday(&self, date: Date) -> bool {
        self.holidays.iter().any(|holiday| holiday.date == date)
    }

    /// The times of a date at which something may change.
    fn edges_on(&self, date: Date) -> impl Iterator<Item = Time> {
        let today = number(date.weekday());
        let before = if today == 1 { 7 } else { today - 1 };
        let week = self.week.iter().flatten();
        let minutes = week.flat_map(move |open| {
            let from = (open.day == today).then_some(open.from);
            let ends_on = if open.overnight() { before } else { today };
            let to = (open.day == ends_on).then_some(open.to);
            [from, to].into_iter().flatten()
        });
        // Midnight, where a holiday may begin or end, and where a time up to 24:00 ends.
        std::iter::once(0).chain(minutes).filter_map(time)
    }
}

impl Open {
    fn overnight(self) -> bool {
        self.to <= self.from
    }
}

fn instant(at: Timestamp) -> Instant {
    Instant::from_millisecond(at.0).unwrap_or(Instant::UNIX_EPOCH)
}

fn minute(time: Time) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

fn time(minute: u16) -> Option<Time> {
    let minute = i8::try_from(minute % 60)
        .ok()
        .zip(i8::try_from(minute / 60).ok());
    let (minute, hour) = minute?;
    Time::new(hour, minute, 0, 0).ok()
}

fn number(day: Weekday) -> u8 {
    day.to_monday_one_offset().unsigned_abs()
}
