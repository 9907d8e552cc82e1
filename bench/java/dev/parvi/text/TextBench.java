package dev.parvi.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code bin/bench text}: on one thread, over the test's comments in four languages, alone and two together. */
@SuppressWarnings("SystemOut")
final class TextBench {

    private static final long SPAN = 3_000_000_000L;
    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fi", "fr", "hi", "it", "pt", "ru", "sv");

    private record Text(Language language, String words) {}

    private TextBench() {}

    public static void main(String[] args) throws IOException {
        var before = used();
        var began = System.nanoTime();
        Understanding.of("Kiitos, loistava palvelu!");
        var first = millis(began);
        for (var language : LANGUAGES) {
            for (var task : Models.Task.values()) {
                Models.of(task, new Language(language));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"text models\",\"weightsMiB\":%.1f,\"heapMiB\":%.1f,\"firstTextMs\":%.0f,\"allModelsMs\":%.0f}%n",
                Models.held() / 1048576.0,
                (used() - before) / 1048576.0,
                first,
                millis(began));
        var texts = texts();
        rate("mood, language given", texts, text -> Reading.of(text.words(), text.language()).mood());
        rate("mood, language told", texts, text -> Reading.of(text.words(), null).mood());
        rate("language", texts, text -> Reading.of(text.words(), null).language());
        rate("all of a verdict", texts, text -> Understanding.of(text.words()));
    }

    private static void rate(String name, List<Text> texts, Consumer<Text> task) {
        run(texts, task, SPAN);
        // What the thread had of a core, so that other work on the machine isn't counted.
        var core = ManagementFactory.getThreadMXBean();
        var began = core.getCurrentThreadCpuTime();
        var count = run(texts, task, SPAN);
        var seconds = (core.getCurrentThreadCpuTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"text\",\"task\":\"%s\",\"textsPerSecondAndCore\":%.0f,\"meanCharacters\":%.0f}%n",
                name,
                count / seconds,
                texts.stream().mapToInt(text -> text.words().length()).average().orElse(0));
    }

    private static long run(List<Text> texts, Consumer<Text> task, long span) {
        var end = System.nanoTime() + span;
        var count = 0L;
        while (System.nanoTime() < end) {
            texts.forEach(task);
            count += texts.size();
        }
        return count;
    }

    private static List<Text> texts() throws IOException {
        var texts = new ArrayList<Text>();
        for (var language : List.of("en", "fi", "ru", "sv")) {
            try (var in = TextBench.class.getResourceAsStream("/text/comments-" + language + ".tsv")) {
                var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                for (var i = 0; i < lines.size(); i++) {
                    var words = lines.get(i).split("\t")[1];
                    texts.add(new Text(new Language(language), words));
                    texts.add(new Text(new Language(language), words + " " + lines.get((i * 7 + 3) % lines.size()).split("\t")[1]));
                }
            }
        }
        return texts;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
