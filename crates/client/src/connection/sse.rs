//! Server-sent events, from bytes to events. Pure.

/// One event of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Event {
    /// Its name; empty when it has none.
    pub(super) name: String,
    /// Its data lines, joined by line feeds.
    pub(super) data: String,
}

/// Collects bytes until they make events. Of one stream.
#[derive(Debug, Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    skip_line_feed: bool,
    name: String,
    data: Option<String>,
}

/// More bytes of one event than the hub ever sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong;

/// Longest event, bytes.
const LONGEST: usize = 32 * 1024 * 1024;

impl Parser {
    /// The events that `bytes` complete, in order.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<Vec<Event>, TooLong> {
        let mut events = Vec::new();
        for &byte in bytes {
            let after_return = std::mem::take(&mut self.skip_line_feed);
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => {
                    self.skip_line_feed = byte == b'\r';
                    let line = std::mem::take(&mut self.line);
                    events.extend(self.end_line(&line));
                }
                other => self.line.push(other),
            }
            if self.line.len() + self.data.as_ref().map_or(0, String::len) > LONGEST {
                return Err(TooLong);
            }
        }
        Ok(events)
    }

    fn end_line(&mut self, line: &[u8]) -> Option<Event> {
        if line.is_empty() {
            let name = std::mem::take(&mut self.name);
            return self.data.take().map(|data| Event { name, data });
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = match line.split_once(':') {
            Some((field, value)) => (field, value.strip_prefix(' ').unwrap_or(value)),
            None => (&*line, ""),
        };
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => match &mut self.data {
                None => self.data = Some(value.to_owned()),
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
            },
            // `id` and `retry` tell this reader nothing: its cursor is the cache's. A line without a field name is a
            // comment.
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> Event {
        Event {
            name: name.to_owned(),
            data: data.to_owned(),
        }
    }

    #[test]
    fn events_as_they_come() {
        let cases: [(&str, Vec<Event>); 8] = [
            ("event: beat\ndata: {}\n\n", vec![event("beat", "{}")]),
            ("event:beat\r\ndata:{}\r\n\r\n", vec![event("beat", "{}")]),
            ("event: beat\rdata: {}\r\r", vec![event("beat", "{}")]),
            (": hello\n\n", vec![]),
            ("data: a\ndata: b\n\n", vec![event("", "a\nb")]),
            ("event: beat\n\ndata: x\n\n", vec![event("", "x")]),
            ("id: e.1.0\nretry: 5\ndata\n\n", vec![event("", "")]),
            (
                "data: é\n\ndata: 2\n\ndata: unfinished\n",
                vec![event("", "é"), event("", "2")],
            ),
        ];
        for (text, expected) in cases {
            let whole = Parser::default().push(text.as_bytes());
            assert_eq!(whole.as_deref(), Ok(expected.as_slice()), "{text:?}");
            let mut parser = Parser::default();
            let mut by_byte = Vec::new();
            for byte in text.bytes() {
                by_byte.extend(parser.push(&[byte]).expect("short"));
            }
            assert_eq!(by_byte, expected, "{text:?} byte by byte");
        }
    }

    #[test]
    fn an_endless_line_is_given_up() {
        let mut parser = Parser::default();
        let chunk = vec![b'x'; LONGEST / 2 + 1];
        assert_eq!(parser.push(&chunk), Ok(vec![]));
        assert_eq!(parser.push(&chunk), Err(TooLong));
    }
}
