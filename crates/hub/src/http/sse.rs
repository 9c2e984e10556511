//! Server-sent events.

use std::convert::Infallible;

use axum::body::Body;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use serde::Serialize;

/// One event as bytes.
pub fn frame(event: &str, data: &impl Serialize) -> serde_json::Result<Bytes> {
    // JSON has no line break outside of texts, where it is escaped: one line of data.
    let data = serde_json::to_string(data)?;
    Ok(Bytes::from(format!("event: {event}\ndata: {data}\n\n")))
}

/// An answer that lasts. No proxy on the way may hold it back or keep it.
pub fn answer(frames: impl Stream<Item = Bytes> + Send + 'static) -> Response {
    (
        [
            (header::CONTENT_TYPE, "text/event-stream"),
            (header::CACHE_CONTROL, "no-store, no-transform"),
            (HeaderName::from_static("x-accel-buffering"), "no"),
        ],
        Body::from_stream(frames.map(Ok::<_, Infallible>)),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_in_a_text_does_not_end_the_frame() {
        let data = serde_json::json!({ "text": "a\n\nevent: delta\r\u{2028}" });
        let frame = frame("beat", &data).expect("frame");
        let frame = std::str::from_utf8(&frame).expect("text");
        assert!(frame.starts_with("event: beat\ndata: {"));
        assert_eq!(frame.matches('\n').count(), 3);
        assert!(!frame.contains('\r'));
    }
}
