package dev.parvi.ui;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one colour of a brand, and the shades of it that can be read: on a light and on a dark surface a text shade with a
 * contrast of at least 4.5:1, a fill with at least 3:1, and black or white to write on the fill. Contrast and relative
 * luminance as WCAG 2.2 defines them.
 */
public record Accent(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public static final Accent DEFAULT = of("#1f6f5c");

    static final double TEXT = 4.5;
    static final double SHAPE = 3;
    private static final double STEP = 0.02;
    private static final int FULL = 255;
    private static final Accent WHITE = new Accent(FULL, FULL, FULL);
    private static final Accent BLACK = new Accent(0, 0, 0);
    /** The darker of the two surfaces of the light theme, and the lighter of the dark one's, each tinted as a chosen door is. */
    private static final Accent LIGHT = of("#f9fafb");

    private static final Accent DARK = of("#1f2937");
    private static final double TINT = 0.12;

    public static boolean isColour(String hex) {
        return HEX.matcher(hex).matches();
    }

    /** @throws IllegalArgumentException for what isn't {@code #rrggbb} */
    public static Accent of(String hex) {
        if (!isColour(hex)) {
            throw new IllegalArgumentException("Not a colour as #rrggbb: " + hex);
        }
        var rgb = Integer.parseInt(hex.substring(1), 16);
        return new Accent(rgb >> 16 & FULL, rgb >> 8 & FULL, rgb & FULL);
    }

    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    public String rgb() {
        return red + ", " + green + ", " + blue;
    }

    /** From 1 (the same) to 21 (black on white). */
    public double contrast(Accent other) {
        var one = luminance() + 0.05;
        var two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Black or white, whichever can be read better on this. */
    public Accent ink() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** The style sheet that dresses the desk in this colour. */
    public String css() {
        return theme(":root, [data-bs-theme=\"light\"]", LIGHT, BLACK) + theme("[data-bs-theme=\"dark\"]", DARK, WHITE);
    }

    /** The nearest shade towards black or white that stands out against the surface by at least the contrast. */
    public Accent readable(Accent surface, Accent towards, double least) {
        var shade = this;
        for (var part = STEP; shade.contrast(surface) < least && part <= 1; part += STEP) {
            shade = mixed(towards, part);
        }
        return shade;
    }

    private String theme(String selector, Accent surface, Accent towards) {
        var fill = readable(surface, towards, SHAPE);
        var text = readable(surface.mixed(fill, TINT), towards, TEXT).readable(surface, towards, TEXT);
        var hover = text.mixed(towards, 0.2);
        return """
                %s {
                  --tblr-primary: %s;
                  --tblr-primary-rgb: %s;
                  --tblr-primary-fg: %s;
                  --tblr-primary-darken: %s;
                  --tblr-primary-text-emphasis: %s;
                  --tblr-link-color: %s;
                  --tblr-link-color-rgb: %s;
                  --tblr-link-hover-color: %s;
                  --tblr-link-hover-color-rgb: %s;
                  --desk-accent-text: %s;
                }
                """.formatted(
                        selector,
                        fill.hex(),
                        fill.rgb(),
                        fill.ink().hex(),
                        fill.pressed().hex(),
                        text.hex(),
                        text.hex(),
                        text.rgb(),
                        hover.hex(),
                        hover.rgb(),
                        text.hex());
    }

    /** A little away from its ink, so that what is written on it stays as readable. */
    private Accent pressed() {
        return mixed(ink().equals(WHITE) ? BLACK : WHITE, 0.15);
    }

    private Accent mixed(Accent other, double part) {
        return new Accent(
                between(red, other.red, part), between(green, other.green, part), between(blue, other.blue, part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * Math.min(1, part));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        var part = channel / (double) FULL;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
