//! Photos of agents: whatever comes, a small JPEG is kept. What a camera writes into a picture (place, device) is not in it.

use std::io::Cursor;

use guichet_domain::PhotoId;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use sha2::{Digest, Sha256};
use uuid::Builder;

/// Longest side of what is kept, in pixels.
const SIDE: u32 = 256;
/// Longest side of what is read: a small file can say that it is huge.
const LARGEST: u32 = 10_000;
/// Most memory that reading one may take.
const MEMORY: u64 = 256 * 1024 * 1024;
const QUALITY: u8 = 85;

/// The bytes are no picture that can be read, or too large a one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a picture, or too large a one")]
pub struct NotAPhoto;

/// The middle square of a picture, upright and small, as JPEG. Takes a while: on a thread that may block.
pub fn small(bytes: &[u8]) -> Result<Vec<u8>, NotAPhoto> {
    let picture = read(bytes).map_err(|_| NotAPhoto)?;
    let side = picture.width().min(picture.height()).min(SIDE);
    let square = picture.resize_to_fill(side, side, FilterType::CatmullRom);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    let written = on_white(&square).write_with_encoder(encoder);
    written.map_err(|_| NotAPhoto)?;
    Ok(jpeg)
}

/// The name that follows from the bytes.
pub fn id(jpeg: &[u8]) -> PhotoId {
    let digest = Sha256::digest(jpeg);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    PhotoId(Builder::from_custom_bytes(bytes).into_uuid())
}

fn read(bytes: &[u8]) -> image::ImageResult<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// JPEG knows no transparency; what shines through would become black.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    let mut page = image::RgbaImage::from_pixel(
        picture.width(),
        picture.height(),
        image::Rgba([255, 255, 255, 255]),
    );
    image::imageops::overlay(&mut page, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(page).to_rgb8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32, color: [u8; 4]) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = RgbaImage::from_pixel(width, height, Rgba(color));
        picture
            .write_to(&mut bytes, ImageFormat::Png)
            .expect("written");
        bytes.into_inner()
    }

    #[test]
    fn whatever_comes_a_small_square_is_kept() {
        for (width, height, side) in [(1200, 800, 256), (40, 900, 40), (256, 256, 256)] {
            let jpeg = small(&png(width, height, [200, 30, 30, 255])).expect("a picture");
            let kept = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg);
            let kept = kept.expect("a JPEG").to_rgb8();
            assert_eq!(kept.dimensions(), (side, side));
            assert!(
                kept.get_pixel(0, 0).0[0] > 180,
                "{:?}",
                kept.get_pixel(0, 0)
            );
            assert!(jpeg.len() < 20_000);
        }
        let clear = small(&png(9, 9, [0, 0, 0, 0])).expect("a picture");
        let kept = image::load_from_memory(&clear).expect("a JPEG").to_rgb8();
        assert!(kept.get_pixel(4, 4).0.iter().all(|part| *part > 240));
    }

    #[test]
    fn the_name_follows_from_the_bytes() {
        let [red, blue] = [[200, 0, 0, 255], [0, 0, 200, 255]]
            .map(|color| small(&png(9, 9, color)).expect("a picture"));
        assert_eq!(id(&red), id(&red.clone()));
        assert_ne!(id(&red), id(&blue));
    }

    #[test]
    fn what_is_no_picture_or_says_that_it_is_huge_is_refused() {
        let mut huge = png(1, 1, [0, 0, 0, 255]);
        // Width and height in the header, and the sum over it.
        huge[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let cut = &png(500, 500, [1, 2, 3, 255])[..60];
        for bytes in [&b""[..], b"<svg/>", b"%PDF-1.7", &huge, cut] {
            assert_eq!(small(bytes), Err(NotAPhoto), "{bytes:02x?}");
        }
    }
}
