package dev.parvi.connector.wordpress;

import dev.parvi.connector.Message;
import dev.parvi.connector.TestLinkCards;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.OpenPlatform;
import dev.parvi.platform.Outbound;
import dev.parvi.shared.BrandId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.imageio.ImageIO;

/** The connector put together by hand, on the real outbound client. */
final class WordPressParts {

    private static final Outbound OUTBOUND = OpenPlatform.outbound();
    private static final MediaStore MEDIA = OpenPlatform.media(Path.of("target", "test-media"));

    private WordPressParts() {}

    static Sites sites() {
        return new Sites(OUTBOUND);
    }

    static WordPress connector() {
        var rest = new Rest(OUTBOUND, Clock.systemUTC());
        return new WordPress(
                new SigningIn(sites(), rest),
                new Posting(rest, new Drafts(new Uploads(MEDIA), TestLinkCards.of(OUTBOUND, MEDIA))),
                new Commenting(rest),
                new Listening(rest),
                new Moderating(rest),
                new Users(rest));
    }

    static Message.Picture picture(int width, int height, Color color, String alt) {
        try {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var pen = image.createGraphics();
            pen.setColor(color);
            pen.fillRect(0, 0, width, height);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            var kept = MEDIA.keep(new BrandId(1), new ByteArrayInputStream(out.toByteArray()));
            return new Message.Picture(kept.hash(), kept.type(), kept.width(), kept.height(), alt, null);
        } catch (IOException | MediaRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
