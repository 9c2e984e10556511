//! `bench client`.
pub(crate) async fn bench(_: bool) -> anyhow::Result<Vec<crate::figure::Figure>> {
    Ok(Vec::new())
}
