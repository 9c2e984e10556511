//! Errors.

use guichet_protocol::{ApiError, ErrorCode};
use insta::assert_compact_json_snapshot as assert_wire;

use super::wire;

#[test]
fn an_error_is_a_code_and_a_sentence() {
    let error = ApiError {
        code: ErrorCode::NotFound,
        detail: "no such conversation".into(),
    };
    assert_wire!(wire(&error), @r#"{"code": "not_found", "detail": "no such conversation"}"#);
}

#[test]
fn every_code() {
    assert_wire!(ErrorCode::ALL.each_ref().map(wire), @r#"
    [
      "bad_request",
      "too_large",
      "unauthorized",
      "wrong_credentials",
      "not_found",
      "origin_not_allowed",
      "blocked",
      "too_many",
      "id_reused",
      "weak_password",
      "not_a_photo",
      "text_too_long",
      "name_empty",
      "text_empty",
      "app_too_old",
      "hub_too_old",
      "unavailable",
      "internal"
    ]
    "#);
}
