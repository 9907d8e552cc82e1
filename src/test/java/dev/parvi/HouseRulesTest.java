package dev.parvi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What everybody who writes in this house keeps to; each test lists all places at once. */
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final Pattern RAISED = Pattern.compile("// limit: (\\d+) because \\S+");
    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils|Service)");
    private static final Pattern NETWORK = Pattern.compile(
            "(?i)bluesky|atproto|mastodon|telegram|vkontakte|wordpress|facebook|instagram|linkedin|youtube|tiktok|threads\\.net");
    /** The sample brand links to accounts of its own making. */
    private static final Set<String> MAY_NAME_NETWORKS = Set.of("connector", "sample");

    private static final Pattern BANNED = Pattern.compile("\\bThread\\.sleep\\b|@Disabled\\b");
    private static final Pattern UNSEEN =
            Pattern.compile("import org\\.springframework\\.scheduling\\.annotation\\.(Async|Scheduled);"
                    + "|@Transactional[^\\n]*\\n(?:@[^\\n]*\\n|public |sealed )*interface ");

    private record Source(Path file, String text) {
        List<String> lines() {
            return text.lines().toList();
        }

        String room() {
            var below = file.startsWith(MAIN) ? MAIN.relativize(file) : TEST.relativize(file);
            return below.getNameCount() > 3 ? below.getName(2).toString() : "";
        }
    }

    @Test
    void files_stay_short() throws IOException {
        var long_ = sources(MAIN, TEST)
                .filter(source -> source.lines().size() > limit(source.text(), FILE_LINES))
                .map(source -> source.file() + " has " + source.lines().size() + " lines")
                .toList();

        assertThat(long_).as("files of more than " + FILE_LINES + " lines").isEmpty();
    }

    @Test
    void methods_stay_short() throws IOException {
        assertThat(longMethods(MAIN, TEST))
                .as("methods of more than " + METHOD_LINES + " lines")
                .isEmpty();
    }

    @Test
    void the_limit_of_methods_is_a_real_one() throws IOException {
        var folder = Files.createTempDirectory("rules");
        Files.writeString(
                folder.resolve("Long.java"), "class Long {\n void a() {\n" + "int i;\n".repeat(60) + "}\n}\n");
        Files.writeString(
                folder.resolve("Raised.java"),
                "class Raised {\n void a() { // limit: 80 because it is a table\n" + "int i;\n".repeat(60) + "}\n}\n");

        assertThat(longMethods(folder)).singleElement().asString().contains("Long.java:2 a");
    }

    @Test
    void names_say_what_a_thing_is() throws IOException {
        var vague = sources(MAIN, TEST)
                .map(source -> source.file().getFileName().toString().replaceFirst("\\..*", ""))
                .filter(name -> VAGUE.matcher(name).matches())
                .toList();

        assertThat(vague).as("names that could be anything's").isEmpty();
    }

    @Test
    void only_connectors_name_a_network() throws IOException {
        var naming = Stream.concat(sources(MAIN), pages())
                .filter(source -> !MAY_NAME_NETWORKS.contains(source.room()))
                .flatMap(source -> source.lines().stream()
                        .filter(line -> NETWORK.matcher(line).find())
                        .map(line -> source.file() + ": " + line.strip()))
                .toList();

        assertThat(naming).as("networks named outside connector").isEmpty();
    }

    @Test
    void nothing_sleeps_and_no_test_is_switched_off() throws IOException {
        var banned = sources(MAIN, TEST)
                .filter(source -> !source.file().endsWith("HouseRulesTest.java"))
                .flatMap(source -> source.lines().stream()
                        .filter(line -> BANNED.matcher(line).find())
                        .map(line -> source.file() + ": " + line.strip()))
                .toList();

        assertThat(banned).isEmpty();
    }

    /** See NothingAsync and Transactions: neither would be found. */
    @Test
    void no_part_is_marked_where_the_start_does_not_look() throws IOException {
        var marked = sources(MAIN)
                .filter(source -> UNSEEN.matcher(source.text()).find())
                .map(source -> source.file().toString())
                .toList();

        assertThat(marked)
                .as("@Async, @Scheduled, or an interface that is @Transactional")
                .isEmpty();
    }

    @Test
    void all_languages_have_the_same_keys() throws IOException {
        var differing = new ArrayList<String>();
        for (var english : files(MAIN, "messages.properties")) {
            var wanted = keys(english);
            for (var language : List.of("fi", "ru")) {
                var other = english.resolveSibling("messages_" + language + ".properties");
                var there = Files.exists(other) ? keys(other) : Set.<String>of();
                wanted.stream()
                        .filter(key -> !there.contains(key))
                        .forEach(key -> differing.add(other + " lacks " + key));
                there.stream()
                        .filter(key -> !wanted.contains(key))
                        .forEach(key -> differing.add(other + " alone has " + key));
            }
        }

        assertThat(differing).isEmpty();
    }

    @Test
    void no_key_is_said_twice() throws IOException {
        var twice = new ArrayList<String>();
        for (var bundle : files(MAIN, ".properties")) {
            var seen = new TreeSet<String>();
            Files.readAllLines(bundle).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(bundle + ": " + key));
        }

        assertThat(twice).isEmpty();
    }

    private static List<String> longMethods(Path... roots) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var files = new ArrayList<Path>();
            for (var root : roots) {
                files.addAll(files(root, ".java"));
            }
            var task = (JavacTask) compiler.getTask(
                    null, manager, d -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                unit.accept(new LongMethods(unit, positions, found), null);
            }
        }
        return found;
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var start = (int) positions.getStartPosition(unit, method);
            var end = (int) positions.getEndPosition(unit, method);
            if (start >= 0 && end > start) {
                check(method, start, end);
            }
            return super.visitMethod(method, nothing);
        }

        private void check(MethodTree method, int start, int end) {
            try {
                var text = unit.getSourceFile()
                        .getCharContent(true)
                        .subSequence(start, end)
                        .toString();
                var lines = text.lines().count();
                if (lines > limit(text, METHOD_LINES)) {
                    var line = unit.getLineMap().getLineNumber(start);
                    found.add(Path.of(unit.getSourceFile().toUri()) + ":" + line + " " + method.getName() + " has "
                            + lines + " lines");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int limit(String text, int usual) {
        var raised = RAISED.matcher(text);
        return raised.find() ? Math.max(usual, Integer.parseInt(raised.group(1))) : usual;
    }

    private static Set<String> keys(Path bundle) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(bundle)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private static Stream<Source> pages() throws IOException {
        return Stream.of(".jte", ".properties", ".css", ".js").flatMap(kind -> read(MAIN, kind));
    }

    private static Stream<Source> sources(Path... roots) throws IOException {
        return Stream.of(roots).flatMap(root -> read(root, ".java"));
    }

    private static Stream<Source> read(Path root, String end) {
        try {
            var sources = new ArrayList<Source>();
            for (var file : files(root, end)) {
                sources.add(new Source(file, Files.readString(file)));
            }
            return sources.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
