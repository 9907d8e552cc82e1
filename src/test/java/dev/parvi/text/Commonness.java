package dev.parvi.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts in how many texts of a language a feature stands; the table that a brand's corrections are weighed by. */
final class Commonness {

    private static final int BITS = 18;
    /** e^-8: one text of 3,000. */
    private static final double RAREST = 8;

    private Commonness() {}

    static LinearModel table(Path data) throws IOException {
        var most = new double[1 << BITS];
        for (var source : sources().entrySet()) {
            var shares = shares(Labelled.read(data.resolve(source.getKey() + ".train.tsv")), source.getValue());
            for (var bucket = 0; bucket < most.length; bucket++) {
                most[bucket] = Math.max(most[bucket], shares[bucket]);
            }
        }
        var weights = new byte[1 << BITS];
        for (var bucket = 0; bucket < most.length; bucket++) {
            var share = most[bucket] == 0 ? 0 : 1 + Math.log(most[bucket]) / RAREST;
            weights[bucket] = (byte) Math.round(Byte.MAX_VALUE * Math.clamp(share, 0, 1));
        }
        return new LinearModel(List.of("rare", "common"), BITS, new float[] {1}, new float[] {0}, 1, weights);
    }

    private static Map<String, String> sources() {
        var sources = new LinkedHashMap<>(Map.of("xed3_fi", "fi"));
        sources.put("goemo3", "en");
        sources.put("xed2_ru", "ru");
        sources.put("xed2_sv", "sv");
        Recipes.TWEETS.forEach((code, name) -> sources.put("um_" + name, code));
        return sources;
    }

    private static double[] shares(List<Labelled> texts, String language) {
        var shares = new double[1 << BITS];
        var seen = new HashMap<Integer, Integer>();
        for (var i = 0; i < texts.size(); i++) {
            for (var hash : Recipes.tone(language).apply(texts.get(i).text())) {
                var bucket = hash >>> (32 - BITS);
                var before = seen.put(bucket, i);
                if (before == null || before != i) {
                    shares[bucket] += 1.0 / texts.size();
                }
            }
        }
        return shares;
    }
}
