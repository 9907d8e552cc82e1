package dev.parvi.community;

import java.util.List;
import java.util.Locale;

/** {@code bin/bench conflict [dev|held|fresh|unseen|last] [wrong]}: precision and recall of the proposal by language, and the time a look takes. */
final class ConflictBench {

    private static final List<String> LANGUAGES = List.of("fi", "ru", "en");
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 30;

    private ConflictBench() {}

    public static void main(String[] args) {
        var halves = args.length > 0 ? List.of(args[0]) : List.of("dev", "held", "fresh", "unseen", "last");
        for (var half : halves) {
            table(half);
            if (args.length > 1) {
                LANGUAGES.forEach(language -> wrong(language, half));
            }
        }
        time();
    }

    private static void table(String half) {
        System.out.println(half + ": precision, recall, right/wrong/missed, left alone");
        for (var language : LANGUAGES) {
            var cases = ConflictCase.of(language, half);
            var right = count(cases, true, true);
            var wrong = count(cases, false, true);
            var missed = count(cases, true, false);
            var left = count(cases, false, false);
            System.out.printf(
                    Locale.ROOT,
                    "%s  %s %s  %d/%d/%d  %d of %d%n",
                    language,
                    share(right, right + wrong),
                    share(right, right + missed),
                    right,
                    wrong,
                    missed,
                    left,
                    left + wrong);
        }
        System.out.println();
    }

    private static int count(List<ConflictCase> cases, boolean conflict, boolean found) {
        return (int) cases.stream()
                .filter(each -> each.conflict() == conflict && each.found().isPresent() == found)
                .count();
    }

    private static String share(int part, int all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", part / (double) all);
    }

    private static void wrong(String language, String half) {
        for (var each : ConflictCase.of(language, half)) {
            if (!each.right()) {
                System.out.println(language + (each.conflict() ? " missed " : " wrongly found ") + each.text());
                each.lines().stream()
                        .filter(line -> !line.us())
                        .forEach(line -> System.out.println("    " + line.mood() + " " + line.marks() + " "
                                + Friction.sign(line) + " " + line.text()));
            }
        }
    }

    private static void time() {
        var cases = LANGUAGES.stream()
                .flatMap(each -> ConflictCase.of(each, "dev").stream())
                .toList();
        for (var n = 0; n < WARM_UP; n++) {
            cases.forEach(each -> Friction.of(each.lines()));
        }
        var began = System.nanoTime();
        for (var n = 0; n < ROUNDS; n++) {
            cases.forEach(each -> Friction.of(each.lines()));
        }
        System.out.printf(
                Locale.ROOT,
                "one look at a conversation: %.3f ms%n",
                (System.nanoTime() - began) / 1e6 / ROUNDS / cases.size());
    }
}
