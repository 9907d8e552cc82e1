package dev.parvi.community.web;

import dev.parvi.community.Conversation;
import dev.parvi.community.Conversation.State;
import dev.parvi.community.Sieve;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which part of the inbox an address asks for. What makes no sense is left out.
 *
 * @param chosen name and value of each filter, without those that are empty
 */
public record Asked(View view, Map<String, String> chosen) {

    /** The views that everybody has. */
    public enum View {
        WAITING,
        OPEN,
        MINE,
        UNASSIGNED,
        SNOOZED,
        DONE;

        /** As addresses write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Filters by the names that addresses use. */
    static final Set<String> FILTERS =
            Set.of("account", "mark", "mood", "language", "assignee", "unanswered", "ours", "q");

    private static final int LONGEST = 200;

    static Asked of(Map<String, String> parameters) {
        var chosen = new LinkedHashMap<String, String>();
        FILTERS.stream().sorted().forEach(name -> {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                chosen.put(name, value);
            }
        });
        return new Asked(view(parameters.getOrDefault("view", "")), chosen);
    }

    private static View view(String key) {
        for (var each : View.values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return View.WAITING;
    }

    public String of(String filter) {
        return chosen.getOrDefault(filter, "");
    }

    public boolean narrowed() {
        return !chosen.isEmpty();
    }

    /** As the part of an address behind the question mark, with the view. */
    public String query() {
        return in(view);
    }

    /** The same filters in another view. */
    public String in(View other) {
        return "view=" + other.key()
                + chosen.entrySet().stream()
                        .map(each ->
                                "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    /** To be kept. */
    Map<String, String> kept() {
        var kept = new LinkedHashMap<>(chosen);
        kept.put("view", view.key());
        return kept;
    }

    Sieve sieve(Seat seat) {
        return new Sieve(
                state(),
                view == View.WAITING,
                assignee(seat),
                number("account").map(AccountId::new),
                Optional.empty(),
                mark(),
                mood(),
                of("language").matches("[a-z]{2}") ? of("language") : "",
                of("q"),
                !of("unanswered").isEmpty(),
                !of("ours").isEmpty());
    }

    private State state() {
        return switch (view) {
            case SNOOZED -> State.SNOOZED;
            case DONE -> State.DONE;
            default -> State.OPEN;
        };
    }

    private Optional<MemberId> assignee(Seat seat) {
        return switch (view) {
            case MINE -> Optional.of(seat.member());
            case UNASSIGNED -> Optional.of(Conversation.NOBODY);
            default -> number("assignee").map(MemberId::new);
        };
    }

    private Set<Mark> mark() {
        var marks = EnumSet.noneOf(Mark.class);
        for (var each : Mark.values()) {
            if (each.name().equals(of("mark"))) {
                marks.add(each);
            }
        }
        return marks;
    }

    private Optional<Mood> mood() {
        for (var each : Mood.values()) {
            if (each.name().equals(of("mood"))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Optional<Long> number(String name) {
        return of(name).matches("\\d{1,18}") ? Optional.of(Long.parseLong(of(name))) : Optional.empty();
    }
}
