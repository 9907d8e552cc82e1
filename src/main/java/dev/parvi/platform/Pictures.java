package dev.parvi.platform;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;

/** Decodes and encodes pictures, one at a time: a large one unpacks to a hundred megabytes. */
final class Pictures {

    /** Above this a picture is read at half its width and height, so that it fits in a small heap. */
    private static final long WHOLE_PIXELS = 24_000_000;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    static {
        ImageIO.scanForPlugins();
    }

    private Pictures() {}

    /** @param frames 2 means 2 or more */
    record Size(int width, int height, int frames) {
        long pixels() {
            return (long) width * height;
        }
    }

    interface Work<T> {
        T on(ImageReader reader) throws IOException;
    }

    /** Reads the header only. */
    static Size size(byte[] content) throws IOException {
        return reading(content, reader -> new Size(reader.getWidth(0), reader.getHeight(0), frames(reader)));
    }

    /** Upright, in RGB, without any metadata. */
    static BufferedImage decoded(byte[] content) throws IOException {
        return reading(content, reader -> upright(reader, pixels(reader)));
    }

    /** Lets one picture be worked on at a time. */
    static <T> T alone(Drawing<T> work) throws IOException {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    interface Drawing<T> {
        T done() throws IOException;
    }

    static boolean transparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    static BufferedImage scaled(BufferedImage image, int maxSide) throws IOException {
        return image.getWidth() <= maxSide && image.getHeight() <= maxSide
                ? image
                : Thumbnails.of(image).size(maxSide, maxSide).asBufferedImage();
    }

    static BufferedImage narrower(BufferedImage image, int width) throws IOException {
        return image.getWidth() <= width
                ? image
                : Thumbnails.of(image).width(width).asBufferedImage();
    }

    static BufferedImage cut(BufferedImage image, MediaStore.Crop crop) {
        int left = Math.clamp((long) image.getWidth() * crop.left() / 1000, 0, image.getWidth() - 1);
        int top = Math.clamp((long) image.getHeight() * crop.top() / 1000, 0, image.getHeight() - 1);
        int width = Math.clamp((long) image.getWidth() * crop.width() / 1000, 1, image.getWidth() - left);
        int height = Math.clamp((long) image.getHeight() * crop.height() / 1000, 1, image.getHeight() - top);
        return image.getSubimage(left, top, width, height);
    }

    /** PNG where something shows through, JPEG otherwise. */
    static byte[] encoded(BufferedImage image, float quality) throws IOException {
        return transparent(image) ? png(image) : jpeg(image, quality);
    }

    /** @param quality above 0, at most 1; what shows through becomes white */
    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(drawn(image, BufferedImage.TYPE_INT_RGB), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage pixels(ImageReader reader) throws IOException {
        var how = reader.getDefaultReadParam();
        if ((long) reader.getWidth(0) * reader.getHeight(0) > WHOLE_PIXELS) {
            how.setSourceSubsampling(2, 2, 0, 0);
        }
        return reader.read(0, how);
    }

    private static BufferedImage upright(ImageReader reader, BufferedImage image) throws IOException {
        var alpha = image.getColorModel().hasAlpha();
        var plain = drawn(image, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (!reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return plain;
        }
        var orientation = ExifUtils.getExifOrientation(reader, 0);
        return orientation == null
                ? plain
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(plain);
    }

    /** In the web's colour space, whatever the picture came in. */
    private static BufferedImage drawn(BufferedImage image, int type) {
        if (image.getType() == type) {
            return image;
        }
        var canvas = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var pen = canvas.createGraphics();
        if (type == BufferedImage.TYPE_INT_RGB) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return canvas;
    }

    private static int frames(ImageReader reader) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("gif")) {
            return 1;
        }
        try {
            return reader.getWidth(1) > 0 ? 2 : 1;
        } catch (IndexOutOfBoundsException e) {
            return 1;
        }
    }

    /** Readers answer broken files with all kinds of exceptions; to us they are one. */
    private static <T> T reading(byte[] content, Work<T> work) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IIOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, false);
                return work.on(reader);
            } catch (RuntimeException e) {
                throw new IIOException("a broken picture", e);
            } finally {
                reader.dispose();
            }
        }
    }
}
