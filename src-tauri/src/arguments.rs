//! The command line.

use std::path::PathBuf;

use clap::Parser;

/// Guichet: every customer at one counter.
#[derive(Parser, Debug)]
#[command(version)]
pub(crate) struct Arguments {
    /// Work as somebody else on this computer: own cache, own keyring entry, own window
    #[arg(long, value_name = "NAME", default_value = Profile::DEFAULT, value_parser = Profile::parse)]
    pub(crate) profile: Profile,
    /// Keep the data here instead of in this user's data folder
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// Read `{"hub": …, "code": …}` as one line from stdin (`-`) and sign in with it
    #[arg(long, value_name = "-", value_parser = ["-"])]
    pub(crate) sign_in_from: Option<String>,
    /// Print `{"ready":true}` once the inbox has painted
    #[arg(long)]
    pub(crate) announce: bool,
}

/// A name that is safe in paths, in D-Bus names and in a keyring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profile(String);

impl Profile {
    const DEFAULT: &str = "default";
    const LONGEST: usize = 32;

    fn parse(name: &str) -> Result<Self, String> {
        let fits = (1..=Self::LONGEST).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if fits {
            Ok(Self(name.to_owned()))
        } else {
            Err(format!("hint: up to {} of a-z, 0-9 and `-`", Self::LONGEST))
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// What tells this profile's running app from others on one desktop.
    pub(crate) fn identifier(&self, of_the_app: &str) -> String {
        if self.0 == Self::DEFAULT {
            of_the_app.to_owned()
        } else {
            format!("{of_the_app}.profile-{}", self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_cannot_lead_out_of_its_folder() {
        for bad in ["", "..", "a/b", "a b", "É", "UPPER", &"x".repeat(33)] {
            assert!(Profile::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Profile::parse("demo-1").expect("fits").name(), "demo-1");
    }

    #[test]
    fn profiles_are_told_apart_on_the_desktop() {
        let name = |profile| {
            Profile::parse(profile)
                .expect("fits")
                .identifier("app.guichet.desktop")
        };
        assert_eq!(name("default"), "app.guichet.desktop");
        assert_eq!(name("2"), "app.guichet.desktop.profile-2");
    }

    #[test]
    fn a_code_is_read_from_stdin_only() {
        let parse = |value| Arguments::try_parse_from(["guichet", "--sign-in-from", value]);
        assert!(parse("-").is_ok());
        assert!(parse("http://hub/?code=1").is_err());
    }
}
