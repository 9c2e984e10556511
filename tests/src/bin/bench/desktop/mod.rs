//! `bench desktop`.
pub(crate) async fn bench(
    _: &std::path::Path,
    _: &std::path::Path,
    _: bool,
) -> anyhow::Result<Vec<crate::figure::Figure>> {
    Ok(Vec::new())
}
