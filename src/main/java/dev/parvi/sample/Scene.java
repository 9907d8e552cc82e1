package dev.parvi.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** The roastery's pictures, drawn here so that they belong to nobody else. The same picture each time. */
enum Scene {
    BEANS {
        @Override
        void draw(Graphics2D g) {
            fill(g, new Color(0x2b1a12), new Color(0x4a2f20));
            var random = new Random(7);
            for (var n = 0; n < 420; n++) {
                bean(g, random);
            }
        }
    },
    CUP {
        @Override
        void draw(Graphics2D g) {
            fill(g, new Color(0xe9d8c0), new Color(0xd9bd97));
            table(g, new Color(0x9b6a43), 430);
            cup(g, 330, 300, 1.5);
            bun(g, 820, 560);
        }
    },
    CURVE {
        @Override
        void draw(Graphics2D g) {
            fill(g, new Color(0x16302a), new Color(0x1f4a3f));
            g.setStroke(new BasicStroke(2));
            g.setColor(new Color(255, 255, 255, 34));
            for (var x = 100; x <= 1100; x += 100) {
                g.draw(new Line2D.Double(x, 90, x, 710));
            }
            for (var y = 110; y <= 710; y += 100) {
                g.draw(new Line2D.Double(100, y, 1100, y));
            }
            var curve = new Path2D.Double();
            curve.moveTo(100, 190);
            curve.curveTo(170, 620, 240, 640, 330, 590);
            curve.curveTo(560, 440, 760, 260, 1100, 170);
            g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(new Color(0xf2b66d));
            g.draw(curve);
            g.setColor(Color.WHITE);
            g.fill(new Ellipse2D.Double(826, 246, 34, 34));
        }
    },
    RAIN {
        @Override
        void draw(Graphics2D g) {
            fill(g, new Color(0x33424f), new Color(0x5a6b78));
            lamp(g, 800, 230);
            table(g, new Color(0x3a2a20), 640);
            cup(g, 380, 470, 0.9);
            var random = new Random(11);
            g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (var n = 0; n < 170; n++) {
                var x = random.nextInt(WIDTH);
                var y = random.nextInt(HEIGHT);
                var length = 14 + random.nextInt(40);
                g.setColor(new Color(220, 235, 245, 50 + random.nextInt(90)));
                g.draw(new Line2D.Double(x, y, x - length * 0.15, y + length));
            }
            g.setColor(new Color(0x241913));
            g.fill(new Rectangle2D.Double(0, 0, WIDTH, 28));
            g.fill(new Rectangle2D.Double(588, 0, 24, HEIGHT));
        }
    },
    SPOONS {
        @Override
        void draw(Graphics2D g) {
            fill(g, new Color(0x6c4a33), new Color(0x8d6546));
            for (var n = 0; n < 5; n++) {
                fromAbove(g, 160 + n * 220, 360, new Color(0x2d1a10 + n * 0x0a0603));
                spoon(g, 160 + n * 220, 560);
            }
        }
    };

    static final int WIDTH = 1200;
    static final int HEIGHT = 800;

    abstract void draw(Graphics2D g);

    /** As PNG, 1,200 by 800. */
    byte[] png() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(g);
        g.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Graphics2D g, Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, bottom));
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }

    private static void table(Graphics2D g, Color wood, int from) {
        g.setColor(wood);
        g.fill(new Rectangle2D.Double(0, from, WIDTH, HEIGHT - from));
        g.setStroke(new BasicStroke(2));
        g.setColor(new Color(0, 0, 0, 28));
        for (var y = from + 40; y < HEIGHT; y += 62) {
            g.draw(new Line2D.Double(0, y, WIDTH, y + 8));
        }
    }

    private static void bean(Graphics2D g, Random random) {
        var before = g.getTransform();
        g.translate(random.nextInt(WIDTH), random.nextInt(HEIGHT));
        g.rotate(random.nextDouble() * Math.PI);
        var shade = random.nextInt(40);
        g.setColor(new Color(70 + shade, 42 + shade / 2, 24 + shade / 3));
        g.fill(new Ellipse2D.Double(-46, -30, 92, 60));
        g.setColor(new Color(30, 16, 8, 200));
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var line = new Path2D.Double();
        line.moveTo(-40, 2);
        line.curveTo(-14, -14, 14, 14, 40, -2);
        g.draw(line);
        g.setTransform(before);
    }

    private static void cup(Graphics2D g, int x, int y, double size) {
        var before = g.getTransform();
        g.translate(x, y);
        g.scale(size, size);
        g.setColor(new Color(0, 0, 0, 40));
        g.fill(new Ellipse2D.Double(-70, 148, 340, 44));
        g.setColor(new Color(0xf7f3ec));
        g.fill(new Ellipse2D.Double(-60, 136, 320, 44));
        g.setStroke(new BasicStroke(18));
        g.draw(new Ellipse2D.Double(170, 40, 74, 70));
        var body = new Path2D.Double();
        body.moveTo(0, 0);
        body.curveTo(6, 110, 40, 156, 100, 156);
        body.curveTo(160, 156, 194, 110, 200, 0);
        body.closePath();
        g.fill(body);
        g.setColor(new Color(0x3a2113));
        g.fill(new Ellipse2D.Double(6, -20, 188, 40));
        g.setColor(new Color(255, 255, 255, 120));
        g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var n = 0; n < 3; n++) {
            var steam = new Path2D.Double();
            steam.moveTo(55 + n * 45, -40);
            steam.curveTo(35 + n * 45, -70, 80 + n * 45, -95, 58 + n * 45, -130);
            g.draw(steam);
        }
        g.setTransform(before);
    }

    private static void bun(Graphics2D g, int x, int y) {
        g.setColor(new Color(0, 0, 0, 40));
        g.fill(new Ellipse2D.Double(x - 20, y + 78, 300, 50));
        g.setColor(new Color(0xb9722f));
        g.fill(new RoundRectangle2D.Double(x, y - 60, 260, 170, 150, 150));
        g.setColor(new Color(0x7a431a));
        g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var n = 0; n < 4; n++) {
            g.draw(new Arc2D.Double(x + 30 + n * 24, y - 40 + n * 14, 200 - n * 48, 120 - n * 28, 20, 300, Arc2D.OPEN));
        }
        g.setColor(new Color(0xfff6e0));
        var random = new Random(3);
        for (var n = 0; n < 26; n++) {
            g.fill(new Rectangle2D.Double(x + 30 + random.nextInt(200), y - 44 + random.nextInt(90), 8, 8));
        }
    }

    private static void lamp(Graphics2D g, int x, int y) {
        for (var radius = 320; radius > 40; radius -= 40) {
            g.setColor(new Color(255, 205, 120, 20));
            g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2d, radius * 2d));
        }
        g.setColor(new Color(0x1d1410));
        g.fill(new Rectangle2D.Double(x - 3, 0, 6, y - 70));
        var shade = new Path2D.Double();
        shade.moveTo(x - 40, y - 70);
        shade.lineTo(x + 40, y - 70);
        shade.lineTo(x + 110, y + 20);
        shade.lineTo(x - 110, y + 20);
        shade.closePath();
        g.fill(shade);
        g.setColor(new Color(0xffdf9e));
        g.fill(new Ellipse2D.Double(x - 34, y, 68, 44));
    }

    private static void fromAbove(Graphics2D g, int x, int y, Color coffee) {
        g.setColor(new Color(0, 0, 0, 46));
        g.fill(new Ellipse2D.Double(x - 88, y - 78, 188, 188));
        g.setColor(new Color(0xf7f3ec));
        g.fill(new Ellipse2D.Double(x - 92, y - 92, 184, 184));
        g.setColor(coffee);
        g.fill(new Ellipse2D.Double(x - 74, y - 74, 148, 148));
        g.setColor(new Color(255, 255, 255, 40));
        g.fill(new Ellipse2D.Double(x - 52, y - 56, 60, 36));
    }

    private static void spoon(Graphics2D g, int x, int y) {
        var before = g.getTransform();
        g.transform(AffineTransform.getRotateInstance(0.12, x, y));
        g.setColor(new Color(0xcfd3d6));
        g.fill(new Ellipse2D.Double(x - 26, y, 52, 70));
        g.fill(new RoundRectangle2D.Double(x - 6, y + 60, 12, 130, 12, 12));
        g.setTransform(before);
    }
}
