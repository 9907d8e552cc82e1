package dev.parvi.audience;

import dev.parvi.audience.Fit.Verdict;
import dev.parvi.brand.TargetAudience;
import dev.parvi.brand.TargetAudience.Outsider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How well profiles are judged, on those that were labelled by hand. */
public final class FitBench {

    private static final Path FOLDER = Path.of("bench/fit");

    private FitBench() {}

    private record Line(String target, Verdict label, Seen seen) {}

    public static void main(String[] arguments) throws IOException {
        var only = arguments.length > 0 ? arguments[0] : "";
        for (var half : List.of("dev", "held", "fresh")) {
            if (only.isEmpty() || only.equals(half)) {
                show(half, arguments.length > 1);
            }
        }
    }

    private static void show(String half, boolean wrong) throws IOException {
        var yardsticks = new HashMap<String, Yardstick>();
        targets().forEach((key, target) -> yardsticks.put(key, new Yardstick(target)));
        var lines = read(half);
        var fits = lines.stream()
                .map(line -> Objects.requireNonNull(yardsticks.get(line.target())).judge(line.seen()))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d profiles%n%-9s %9s %9s %5s%n",
                half,
                lines.size(),
                "class",
                "precision",
                "recall",
                "of");
        for (var verdict : Verdict.values()) {
            row(verdict, lines, fits);
        }
        var right = 0;
        for (var n = 0; n < lines.size(); n++) {
            if (fits.get(n).verdict() == lines.get(n).label()) {
                right++;
            } else if (wrong && half.equals("dev")) {
                System.out.println(lines.get(n) + "\n    " + fits.get(n));
            }
        }
        System.out.printf(Locale.ROOT, "%-9s %9.3f%n", "accuracy", (double) right / lines.size());
    }

    private static void row(Verdict verdict, List<Line> lines, List<Fit> fits) {
        var said = 0;
        var meant = 0;
        var both = 0;
        for (var n = 0; n < lines.size(); n++) {
            var is = lines.get(n).label() == verdict;
            var says = fits.get(n).verdict() == verdict;
            said += says ? 1 : 0;
            meant += is ? 1 : 0;
            both += is && says ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT, "%-9s %9.3f %9.3f %5d%n", verdict, (double) both / said, (double) both / meant, meant);
    }

    private static Map<String, TargetAudience> targets() throws IOException {
        return Files.readAllLines(FOLDER.resolve("targets.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(
                        cells -> cells[0],
                        cells -> new TargetAudience(
                                list(cells[1]),
                                list(cells[2]),
                                list(cells[3]),
                                kinds(cells[4]),
                                list(cells[5]),
                                List.of())));
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }

    private static Set<Outsider> kinds(String cell) {
        return list(cell).stream()
                .filter(each -> Arrays.stream(Outsider.values())
                        .anyMatch(kind -> kind.name().equals(each)))
                .map(Outsider::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<Line> read(String half) throws IOException {
        return Files.readAllLines(FOLDER.resolve(half + ".tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Line(
                        cells[0],
                        Verdict.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                        new Seen(
                                cells[2],
                                cells[3],
                                cells[4],
                                cells[5],
                                Arrays.stream(cells[6].split(" \\| "))
                                        .filter(each -> !each.isBlank())
                                        .toList())))
                .toList();
    }
}
