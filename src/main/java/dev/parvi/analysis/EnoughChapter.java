package dev.parvi.analysis;

import dev.parvi.analysis.Block.Line;
import dev.parvi.analysis.Block.Tone;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Goal;
import dev.parvi.community.Reckoning;
import dev.parvi.planning.Gaps;
import dev.parvi.planning.Mixing;
import dev.parvi.planning.Pillar;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.Retracing;
import dev.parvi.shared.AccountId;
import dev.parvi.text.Keywords;
import dev.parvi.text.Language;
import dev.parvi.ui.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what went out was enough: by four rules, each with what is missing by its name. */
@Component
class EnoughChapter implements Chapter {

    /** So many percent points a pillar may lie off its share. */
    static final int OFF = 10;

    /** So many posts are needed before shares say anything. */
    static final int FEWEST = 5;

    /** A word is asked about when so many questions hold it. */
    static final int ASKED = 3;

    /** So many posts a week an account with a goal needs. */
    static final int WEEKLY = 2;

    private static final int QUESTIONS = 500;
    private static final int NAMED = 8;
    private static final double PERCENT = 100;

    private final Gaps gaps;
    private final Mixing mixing;
    private final Measuring measuring;
    private final Retracing retracing;
    private final Reckoning reckoning;
    private final Aspiring aspiring;

    EnoughChapter(
            Gaps gaps,
            Mixing mixing,
            Measuring measuring,
            Retracing retracing,
            Reckoning reckoning,
            Aspiring aspiring) {
        this.gaps = gaps;
        this.mixing = mixing;
        this.measuring = measuring;
        this.retracing = retracing;
        this.reckoning = reckoning;
        this.aspiring = aspiring;
    }

    @Override
    public Side side() {
        return Side.ENOUGH;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        return List.of(slots(frame), pillars(frame), asked(frame), goals(frame));
    }

    private Block slots(Frame frame) {
        var kept = gaps.kept(frame.span());
        var before = gaps.kept(frame.before());
        var empty = kept.empty().stream()
                .filter(each -> frame.account() == null || each.account().equals(frame.account()))
                .toList();
        var lines = new ArrayList<Line>();
        empty.stream()
                .limit(NAMED)
                .forEach(each -> lines.add(new Line(
                        Tone.BAD,
                        Said.of(
                                "analysis.enough.slot",
                                "account",
                                frame.name(each.account()),
                                "at",
                                each.instant().toString()),
                        "")));
        more(lines, empty.size());
        verdict(lines, kept.all() == 0 ? "analysis.enough.noslots" : "analysis.enough.slots.good", empty.isEmpty());
        return block(
                "slots", Tile.of("slots", filled(kept), filled(before), Unit.PERCENT, Origin.DESK, frame.now()), lines);
    }

    private static @Nullable Double filled(Gaps.Kept kept) {
        return kept.all() == 0
                ? null
                : (Double) (PERCENT * (kept.all() - kept.empty().size()) / kept.all());
    }

    private Block pillars(Frame frame) {
        var posts = measuring.posts(frame.span(), frame.account());
        var counts = new HashMap<Object, Integer>();
        posts.forEach(each -> {
            var pillar = each.nature() == null ? null : each.nature().pillar();
            counts.merge(pillar == null ? "" : pillar, 1, Integer::sum);
        });
        var lines = new ArrayList<Line>();
        for (var pillar : mixing.pillars()) {
            lines.add(pillar(pillar, counts.getOrDefault(pillar.id(), 0), posts.size()));
        }
        var off = lines.stream().filter(each -> each.tone() == Tone.BAD).count();
        verdict(
                lines,
                mixing.pillars().isEmpty()
                        ? "analysis.enough.nopillars"
                        : posts.size() < FEWEST ? "analysis.enough.fewposts" : "analysis.enough.pillars.good",
                off == 0);
        return block(
                "pillars",
                Tile.count(
                        "posts",
                        posts.size(),
                        retracing.times(frame.before(), frame.account()).size(),
                        frame.now()),
                lines);
    }

    private static Line pillar(Pillar pillar, int posts, int all) {
        var real = all == 0 ? 0 : (int) Math.round(PERCENT * posts / all);
        var wrong = all >= FEWEST && pillar.share() > 0 && Math.abs(real - pillar.share()) > OFF;
        var key = !wrong ? "" : real < pillar.share() ? ".less" : ".more";
        return new Line(
                wrong ? Tone.BAD : Tone.PLAIN,
                Said.of("analysis.enough.pillar" + key, "name", pillar.name(), "real", real, "share", pillar.share()),
                "/pillars");
    }

    private Block asked(Frame frame) {
        var questions = reckoning.questions(frame.span(), QUESTIONS);
        var spoken = new HashSet<String>();
        retracing.posts(frame.span(), frame.account(), Measuring.MOST).stream()
                .map(Delivery::text)
                .forEach(each ->
                        spoken.addAll(Keywords.of(each, Language.UNKNOWN).keySet()));
        var unspoken = unspoken(questions, spoken);
        var lines = new ArrayList<Line>();
        unspoken.stream()
                .limit(NAMED)
                .forEach(each -> lines.add(new Line(
                        Tone.BAD, Said.of("analysis.enough.word", "word", each.word(), "n", each.questions()), "")));
        more(lines, unspoken.size());
        verdict(
                lines,
                questions.size() < ASKED ? "analysis.enough.fewquestions" : "analysis.enough.asked.good",
                unspoken.isEmpty());
        return block(
                "asked",
                Tile.count(
                                "questions",
                                questions.size(),
                                reckoning
                                        .words(null, List.of(frame.before()))
                                        .getFirst()
                                        .questions(),
                                frame.now())
                        .estimated(),
                lines);
    }

    /** A word of questions and in how many of them it is. */
    record Unspoken(String word, int questions) {}

    /** What at least three questions hold and no post of ours, the most asked first. */
    static List<Unspoken> unspoken(List<String> questions, HashSet<String> spoken) {
        var counts = new HashMap<String, Integer>();
        var words = new HashMap<String, String>();
        for (var question : questions) {
            Keywords.of(question, Language.UNKNOWN).forEach((stem, word) -> {
                counts.merge(stem, 1, Integer::sum);
                words.putIfAbsent(stem, word);
            });
        }
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= ASKED && !spoken.contains(each.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Unspoken(Objects.requireNonNull(words.get(each.getKey())), each.getValue()))
                .toList();
    }

    private Block goals(Frame frame) {
        var running = aspiring.all().stream()
                .filter(each -> each.endedAt() == null && each.account() != null)
                .filter(each -> frame.account() == null || frame.account().equals(each.account()))
                .toList();
        var weeks = Math.max(
                1, frame.span().length().toHours() / (double) Duration.ofDays(7).toHours());
        var lines = new ArrayList<Line>();
        var served = running.stream()
                .map(Goal::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (var account : served) {
            var names = running.stream()
                    .filter(each -> account.equals(each.account()))
                    .map(Goal::name)
                    .toList();
            lines.add(served(frame, account, (int) Math.round(WEEKLY * weeks), names));
        }
        var missing =
                (int) lines.stream().filter(each -> each.tone() == Tone.BAD).count();
        verdict(lines, served.isEmpty() ? "analysis.enough.nogoals" : "analysis.enough.goals.good", missing == 0);
        return block(
                "served", Tile.count("served", served.size() - missing, served.size() - missing, frame.now()), lines);
    }

    private Line served(Frame frame, AccountId account, int wanted, List<String> goals) {
        var posts = retracing.times(frame.span(), account).size();
        var less = posts < wanted;
        return new Line(
                less ? Tone.BAD : Tone.PLAIN,
                Said.of(
                        less ? "analysis.enough.goal.less" : "analysis.enough.goal",
                        "account",
                        frame.name(account),
                        "posts",
                        posts,
                        "wanted",
                        wanted,
                        "goals",
                        String.join(", ", goals)),
                "/goals");
    }

    private static void more(List<Line> lines, int all) {
        if (all > NAMED) {
            lines.add(new Line(Tone.PLAIN, Said.of("analysis.enough.more", "n", all - NAMED), ""));
        }
    }

    private static void verdict(List<Line> lines, String key, boolean good) {
        if (good) {
            lines.addFirst(new Line(key.endsWith(".good") ? Tone.GOOD : Tone.PLAIN, Said.of(key), ""));
        }
    }

    private static Block block(String key, Tile tile, List<Line> lines) {
        return new Block("enough." + key, List.of(tile), lines, List.of(), List.of());
    }
}
