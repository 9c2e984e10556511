//! The sound of the counter's bell: two tones, made of numbers. No sound card, no sound, nothing worse.

use std::f32::consts::TAU;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use guichet_client::Ringtone;
use rodio::buffer::SamplesBuffer;
use rodio::{DeviceSinkBuilder, Player};

const RATE: NonZero<u32> = NonZero::new(44_100).expect("is not zero");
const MONO: NonZero<u16> = NonZero::new(1).expect("is not zero");
/// E₅ and C₅, hertz.
const TONES: [f32; 2] = [659.26, 523.25];
/// Of one tone, in seconds.
const TONE: f32 = 0.28;
/// The loudest sample: the bell is friendly at full volume too.
const LOUDEST: f32 = 0.5;
/// How often a sound that plays is looked at.
const TICK: Duration = Duration::from_millis(50);

enum Order {
    Play(Ringtone, u8),
    Stop,
}

/// Where orders are left.
#[derive(Clone)]
pub(crate) struct Bell {
    orders: Sender<Order>,
}

impl Bell {
    /// A thread of its own: opening a sound device blocks.
    pub(crate) fn start() -> Self {
        let (orders, todo) = channel();
        thread::spawn(move || work(&todo));
        Self { orders }
    }

    /// Rings once; `volume` is 0 to 100.
    pub(crate) fn ring(&self, ringtone: Ringtone, volume: u8) {
        // The thread ends only with the app.
        let _ = self.orders.send(Order::Play(ringtone, volume));
    }

    /// Silence.
    pub(crate) fn stop(&self) {
        let _ = self.orders.send(Order::Stop);
    }
}

fn work(orders: &Receiver<Order>) {
    while let Ok(order) = orders.recv() {
        let mut next = Some(order);
        while let Some(Order::Play(ringtone, volume)) = next {
            next = play(ringtone, volume, orders);
        }
    }
}

/// Plays to the end, or to the next order, which it returns. The device is held only that long.
fn play(ringtone: Ringtone, volume: u8, orders: &Receiver<Order>) -> Option<Order> {
    let mut device = match DeviceSinkBuilder::open_default_sink() {
        Ok(device) => device,
        Err(error) => {
            tracing::info!(%error, "no sound device, no ringtone");
            return None;
        }
    };
    device.log_on_drop(false);
    let player = Player::connect_new(device.mixer());
    player.set_volume(f32::from(volume.min(100)) / 100.0);
    player.append(SamplesBuffer::new(MONO, RATE, samples(ringtone)));
    while !player.empty() {
        match orders.recv_timeout(TICK) {
            Ok(order) => return Some(order),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    None
}

/// The bell, once for a message, twice for a conversation that waits.
fn samples(ringtone: Ringtone) -> Vec<f32> {
    let times = match ringtone {
        Ringtone::Conversation => 2,
        Ringtone::Message => 1,
    };
    (0..times).flat_map(|_| TONES).flat_map(tone).collect()
}

/// A struck tone: quick to come, slow to fade, with an octave above it for warmth.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few thousand samples"
)]
fn tone(hertz: f32) -> impl Iterator<Item = f32> {
    let rate = RATE.get() as f32;
    (0..(TONE * rate) as usize).map(move |number| {
        let time = number as f32 / rate;
        let attack = (time / 0.008).min(1.0);
        let release = ((TONE - time) / 0.02).min(1.0);
        let wave = 0.8 * (TAU * hertz * time).sin() + 0.2 * (2.0 * TAU * hertz * time).sin();
        LOUDEST * attack * release * (-6.0 * time).exp() * wave
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_is_heard_and_never_clips() {
        let once = samples(Ringtone::Message);
        let loudest = once
            .iter()
            .fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
        assert!(loudest > 0.3 && loudest <= LOUDEST, "{loudest}");
        // It begins and ends in silence, so nothing clicks.
        assert!(once.first().is_some_and(|sample| sample.abs() < 0.01));
        assert!(once.last().is_some_and(|sample| sample.abs() < 0.01));
        assert_eq!(samples(Ringtone::Conversation).len(), 2 * once.len());
    }

    #[test]
    fn orders_without_a_sound_device_do_no_harm() {
        let bell = Bell::start();
        bell.ring(Ringtone::Message, 0);
        bell.stop();
    }
}
