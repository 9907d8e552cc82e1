package dev.parvi.analysis;

import dev.parvi.brand.Measure;
import dev.parvi.ui.Unit;

/** In what measures count. */
public final class Figuring {

    private Figuring() {}

    public static Unit unit(Measure measure) {
        return switch (measure) {
            case SHARE_OF_VOICE, RECALL, MOOD -> Unit.PERCENT;
            case REPUTATION -> Unit.SCORE;
            case ANSWER_TIME -> Unit.MINUTES;
            case REVENUE -> Unit.MONEY;
            default -> Unit.COUNT;
        };
    }
}
