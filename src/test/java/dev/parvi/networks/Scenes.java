package dev.parvi.networks;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Drawn pictures in which a crop can be seen. */
final class Scenes {

    private Scenes() {}

    /** Three cups on a counter below a window. */
    static byte[] counter(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xf4e3c8), 0, height, new Color(0xd9b98c)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xbcd7e8));
        pen.fillRect(width / 8, height / 20, width / 4, height / 4);
        pen.setColor(new Color(0x7a4a2a));
        pen.fillRect(0, height * 13 / 20, width, height);
        for (var cup = 0; cup < 3; cup++) {
            cup(pen, width / 6 + cup * width * 3 / 10, height * 5 / 10, width / 6);
        }
        return png(image, pen);
    }

    /** One cup from above. */
    static byte[] cup(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = pen(image);
        pen.setColor(new Color(0x1f6f5c));
        pen.fillRect(0, 0, width, height);
        var side = height * 7 / 10;
        var left = (width - side) / 2;
        pen.setColor(Color.WHITE);
        pen.fillOval(left, (height - side) / 2, side, side);
        pen.setColor(new Color(0x4a2c17));
        pen.fillOval(left + side / 8, (height - side) / 2 + side / 8, side * 3 / 4, side * 3 / 4);
        return png(image, pen);
    }

    private static void cup(Graphics2D pen, int left, int top, int side) {
        pen.setColor(Color.WHITE);
        pen.fillRoundRect(left, top, side, side, side / 3, side / 3);
        pen.setColor(new Color(0x4a2c17));
        pen.fillOval(left + side / 12, top + side / 20, side * 10 / 12, side / 5);
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static byte[] png(BufferedImage image, Graphics2D pen) throws IOException {
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
