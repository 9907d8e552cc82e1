package dev.parvi.page.web;

import dev.parvi.ui.Accent;

/** The public page in the brand's colour: its text is readable by WCAG AA on the light and on the dark ground. */
final class Look {

    static final Accent LIGHT = Accent.of("#f4f1ea");
    static final Accent DARK = Accent.of("#26282c");
    static final double TEXT = 4.6;
    private static final double SHAPE = 3.1;
    private static final Accent BLACK = Accent.of("#000000");
    private static final Accent WHITE = Accent.of("#ffffff");

    private Look() {}

    static String css(Accent accent) {
        return ":root { %s }\n@media (prefers-color-scheme: dark) { :root { %s } }\n"
                .formatted(colours(accent, LIGHT, BLACK), colours(accent, DARK, WHITE));
    }

    private static String colours(Accent accent, Accent ground, Accent towards) {
        var fill = accent.readable(ground, towards, SHAPE);
        return "--accent: %s; --on-accent: %s; --accent-ink: %s;"
                .formatted(
                        fill.hex(),
                        fill.ink().hex(),
                        accent.readable(ground, towards, TEXT).hex());
    }
}
