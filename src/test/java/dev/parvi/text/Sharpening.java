package dev.parvi.text;

import java.util.List;

/** Finds what scores must be multiplied with so that a confidence of 0.8 is right eight times of ten. */
final class Sharpening {

    private Sharpening() {}

    /** The factor under which unseen texts are likeliest, between 0.25 and 16. */
    static float of(LinearModel model, List<int[]> features, List<String> right) {
        var best = 1f;
        var least = Double.POSITIVE_INFINITY;
        for (var step = -8; step <= 16; step++) {
            var factor = (float) Math.pow(2, step / 4.0);
            var surprise = surprise(model.sharpened(factor), features, right);
            if (surprise < least) {
                least = surprise;
                best = factor;
            }
        }
        return best;
    }

    private static double surprise(LinearModel model, List<int[]> features, List<String> right) {
        var sum = 0.0;
        for (var i = 0; i < features.size(); i++) {
            var at = model.labels().indexOf(Labelled.named(right.get(i)).getFirst());
            sum -= at < 0 ? 0 : Math.log(Math.max(1e-9, model.probabilities(features.get(i))[at]));
        }
        return sum;
    }
}
