package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.shared.BrandId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// limit: 350 because the makers of odd pictures stand below
class MediaFolderTest {

    private static final BrandId BRAND = new BrandId(7);

    @TempDir
    Path folder;

    private MediaFolder store;

    @BeforeEach
    void a_store() {
        store = new MediaFolder(new Home(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_picture_is_kept_under_its_hash_once_a_brand(String format) throws Exception {
        var first = keep(written(noise(300, 200), format));
        var second = keep(written(noise(300, 200), format));

        assertThat(first).isEqualTo(second);
        assertThat(first.type()).isEqualTo("image/" + format);
        assertThat(first.width()).isEqualTo(300);
        assertThat(first.height()).isEqualTo(200);
        assertThat(folder.resolve("media/7/" + first.hash().substring(0, 2) + "/" + first.hash()))
                .hasSize(first.bytes());
        assertThat(store.describe(BRAND, first.hash())).isEqualTo(first);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.read(new BrandId(8), first.hash()));
    }

    @Test
    void a_photo_is_turned_upright_and_tells_no_longer_where_it_was_taken() throws Exception {
        var photo = withExif(written(halves(200, 100, Color.RED, Color.BLUE), "jpeg"), 6);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1))
                .contains("Exif")
                .contains("secret place");

        var kept = keep(photo);
        var bytes = store.read(BRAND, kept.hash());

        assertThat(kept.width()).isEqualTo(100);
        assertThat(kept.height()).isEqualTo(200);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("secret place");
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(new Color(image.getRGB(50, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(50, 180)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_png_loses_its_comments_and_keeps_what_shows_through() throws Exception {
        var png = withText(written(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png"), "secret place");

        var bytes = store.read(BRAND, keep(png).hash());

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("secret place");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getRGB(0, 0) >>> 24)
                .isZero();
    }

    @Test
    void a_gif_that_moves_stays_as_it_is_and_one_that_does_not_becomes_a_png() throws Exception {
        var moving = gif(3);

        assertThat(store.read(BRAND, keep(moving).hash())).isEqualTo(moving);
        assertThat(keep(gif(1)).type()).isEqualTo("image/png");
    }

    @Test
    void a_webp_becomes_a_jpeg() throws Exception {
        // one lossy pixel, as published in the format's own feature test
        var webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        var kept = keep(webp);

        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(kept.width()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html><script>alert(1)</script>",
                "%PDF-1.7",
                "plain",
                ""
            })
    void other_kinds_are_refused_whatever_they_are_called(String content) {
        assertThat(refusal(content.getBytes(StandardCharsets.UTF_8))).isEqualTo("platform.media.kind");
    }

    @Test
    void a_broken_picture_is_refused() throws IOException {
        var png = written(noise(300, 200), "png");

        assertThat(refusal(Arrays.copyOf(png, 40))).isEqualTo("platform.media.broken");
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo("platform.media.broken");
    }

    @Test
    void more_than_20_megabytes_are_refused() {
        var refused = catchThrowableOfType(
                MediaRefused.class,
                () -> store.keep(BRAND, new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                }));

        assertThat(refused.reason()).isEqualTo("platform.media.large");
    }

    @Test
    void more_than_60_megapixels_are_refused_by_the_header_alone() throws IOException {
        var png = written(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        sum(png, 12, 17);

        assertThat(refusal(png)).isEqualTo("platform.media.pixels");
    }

    @Test
    void a_very_large_photo_is_kept_at_half_its_sides() throws Exception {
        var kept = keep(written(new BufferedImage(6_000, 5_000, BufferedImage.TYPE_BYTE_GRAY), "jpeg"));

        assertThat(kept.width()).isEqualTo(3_000);
        assertThat(kept.height()).isEqualTo(2_500);
    }

    @Test
    void a_smaller_one_is_made_once() throws Exception {
        var kept = keep(written(noise(900, 600), "jpeg"));

        var smaller = store.smaller(BRAND, kept.hash(), 500);

        assertThat(Media.typeOf(smaller)).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(smaller)).getWidth()).isEqualTo(480);
        Files.delete(folder.resolve("media/7/" + kept.hash().substring(0, 2) + "/" + kept.hash()));
        assertThat(store.smaller(BRAND, kept.hash(), 500)).isEqualTo(smaller);
    }

    @Test
    void what_is_within_the_limits_goes_as_it_is() throws Exception {
        var kept = keep(written(noise(300, 200), "jpeg"));

        assertThat(store.within(BRAND, kept.hash(), null, 1_000_000, 2_000)).isEqualTo(store.read(BRAND, kept.hash()));
    }

    @Test
    void a_picture_is_cut_and_shrunk_to_a_limit_of_bytes_and_sides() throws Exception {
        var kept = keep(written(noise(2_000, 1_000), "jpeg"));
        assertThat(kept.bytes()).isGreaterThan(500_000);

        var shrunk = store.within(BRAND, kept.hash(), null, 100_000, 800);
        var cut = ImageIO.read(new ByteArrayInputStream(
                store.within(BRAND, kept.hash(), new MediaStore.Crop(250, 0, 500, 1000), 10_000_000, 2_000)));

        assertThat(shrunk).hasSizeLessThanOrEqualTo(100_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(shrunk)).getWidth()).isLessThanOrEqualTo(800);
        assertThat(cut.getWidth()).isEqualTo(1_000);
        assertThat(cut.getHeight()).isEqualTo(1_000);
    }

    @Test
    void transparent_pictures_shrink_too() throws Exception {
        var image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        var random = new Random(1);
        for (int i = 0; i < 360_000; i++) {
            image.setRGB(i % 600, i / 600, random.nextInt());
        }
        var kept = keep(written(image, "png"));

        assertThat(store.within(BRAND, kept.hash(), null, 700_000, 2_000)).satisfies(png -> {
            assertThat(png).hasSizeLessThanOrEqualTo(700_000);
            assertThat(Media.typeOf(png)).isEqualTo("image/png");
        });
        assertThat(store.within(BRAND, kept.hash(), null, 40_000, 2_000)).hasSizeLessThanOrEqualTo(40_000);
    }

    @Test
    void a_name_that_is_no_hash_leads_nowhere() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> store.read(BRAND, "../../secrets/keyset.json"));
    }

    @Test
    void a_brand_can_be_forgotten() throws Exception {
        var kept = keep(written(noise(30, 20), "png"));

        store.forget(BRAND);
        store.forget(BRAND);

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.read(BRAND, kept.hash()));
    }

    private Media keep(byte[] content) throws IOException, MediaRefused {
        return store.keep(BRAND, new ByteArrayInputStream(content));
    }

    private String refusal(byte[] content) {
        return catchThrowableOfType(MediaRefused.class, () -> keep(content)).reason();
    }

    private static BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(42);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static BufferedImage halves(int width, int height, Color left, Color right) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(left);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(right);
        pen.fillRect(width / 2, 0, width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        }
        return bytes.toByteArray();
    }

    private static byte[] gif(int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(noise(20, 10), null, null), null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    /** A camera's segment right after the start of the file: one entry for how it was held, one for a description. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var words = "secret place\0".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + words.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x010e).putShort((short) 2).putInt(words.length).putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(words);
        var all = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        all.put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.capacity() + 2))
                .put(exif.array());
        return all.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A text chunk right after the header of a PNG. */
    private static byte[] withText(byte[] png, String words) {
        var text = ("Comment\0" + words).getBytes(StandardCharsets.ISO_8859_1);
        var all = ByteBuffer.allocate(png.length + 12 + text.length);
        all.put(png, 0, 33)
                .putInt(text.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                .put(text)
                .putInt(0);
        all.put(png, 33, png.length - 33);
        sum(all.array(), 37, 4 + text.length);
        return all.array();
    }

    private static void sum(byte[] png, int from, int length) {
        var crc = new CRC32();
        crc.update(png, from, length);
        ByteBuffer.wrap(png).putInt(from + length, (int) crc.getValue());
    }
}
