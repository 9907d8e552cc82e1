package dev.parvi.community;

import dev.parvi.community.VoiceWarning.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code bin/bench voice [dev|held|fresh] [wrong]}: precision and recall by language and kind, and the time a check takes. */
final class VoiceBench {

    private static final List<String> LANGUAGES = List.of("fi", "ru", "en");
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 20;

    private VoiceBench() {}

    /** How often a kind was rightly found, wrongly found and missed. */
    private record Score(int right, int wrong, int missed) {

        static Score of(List<VoiceCase> cases, List<Kind> kinds) {
            var right = 0;
            var wrong = 0;
            var missed = 0;
            for (var each : cases) {
                var found = each.found();
                for (var kind : kinds) {
                    right += found.contains(kind) && each.kinds().contains(kind) ? 1 : 0;
                    wrong += found.contains(kind) && !each.kinds().contains(kind) ? 1 : 0;
                    missed += !found.contains(kind) && each.kinds().contains(kind) ? 1 : 0;
                }
            }
            return new Score(right, wrong, missed);
        }

        String told() {
            return right + wrong + missed == 0
                    ? "       -         "
                    : "%5s %5s  %2d/%d/%d"
                            .formatted(share(right, right + wrong), share(right, right + missed), right, wrong, missed);
        }

        private static String share(int part, int all) {
            return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", part / (double) all);
        }
    }

    public static void main(String[] args) {
        var halves = args.length > 0 ? List.of(args[0]) : List.of("dev", "held", "fresh");
        for (var half : halves) {
            table(half);
            if (args.length > 1) {
                wrong(half);
            }
        }
        time();
    }

    private static void table(String half) {
        var cases = LANGUAGES.stream().map(each -> VoiceCase.of(each, half)).toList();
        System.out.println(half + ": precision, recall, right/wrong/missed");
        System.out.printf("%-12s %-21s %-21s %-21s%n", "", "fi", "ru", "en");
        for (var kind : Kind.values()) {
            row(kind.name(), cases, List.of(kind));
        }
        row("all kinds", cases, List.of(Kind.values()));
        var clean = new ArrayList<String>();
        for (var each : cases) {
            var faultless = each.stream().filter(one -> one.kinds().isEmpty()).toList();
            var left = faultless.stream().filter(one -> one.found().isEmpty()).count();
            clean.add("%d of %d".formatted(left, faultless.size()));
        }
        System.out.printf("%-12s %-21s %-21s %-21s%n%n", "left alone", clean.get(0), clean.get(1), clean.get(2));
    }

    private static void row(String name, List<List<VoiceCase>> cases, List<Kind> kinds) {
        var told = cases.stream().map(each -> Score.of(each, kinds).told()).toList();
        System.out.printf("%-12s %-21s %-21s %-21s%n", name, told.get(0), told.get(1), told.get(2));
    }

    private static void wrong(String half) {
        for (var language : LANGUAGES) {
            for (var each : VoiceCase.of(language, half)) {
                if (!each.found().equals(each.kinds())) {
                    System.out.println(language + " wanted " + each.kinds() + " found "
                            + VoiceCheck.of(each.answer(), each.guide()).stream()
                                    .map(one ->
                                            one.kind() + " " + one.arguments().get("found"))
                                    .toList()
                            + "\n    " + each.answer().comment() + "\n    "
                            + each.answer().text());
                }
            }
        }
    }

    private static void time() {
        var cases = LANGUAGES.stream()
                .flatMap(each -> VoiceCase.of(each, "dev").stream())
                .toList();
        for (var n = 0; n < WARM_UP; n++) {
            cases.forEach(VoiceCase::found);
        }
        var times = new ArrayList<Long>();
        for (var n = 0; n < ROUNDS; n++) {
            for (var each : cases) {
                var began = System.nanoTime();
                each.found();
                times.add(System.nanoTime() - began);
            }
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "one check: p50 %.3f ms, p99 %.3f ms, most %.3f ms over %d%n",
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                sorted.length);
    }
}
