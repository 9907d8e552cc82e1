package dev.parvi.community.web.rules;

import dev.parvi.community.Rule;
import dev.parvi.community.Sight;
import dev.parvi.shared.AccountId;
import dev.parvi.text.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule as somebody types it. */
public record RuleForm(
        String name, String account, String words, String links, String mark, String days, String what, String wrong) {

    static final RuleForm EMPTY = new RuleForm("", "", "", "", "", "", Sight.OUT_OF_SIGHT.name(), "");

    static RuleForm of(Map<String, String> typed) {
        return new RuleForm(
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("account", ""),
                typed.getOrDefault("words", ""),
                typed.getOrDefault("links", "").strip(),
                typed.getOrDefault("mark", ""),
                typed.getOrDefault("days", "").strip(),
                typed.getOrDefault("what", ""),
                "");
    }

    RuleForm wrong(String field) {
        return new RuleForm(name, account, words, links, mark, days, what, field);
    }

    Rule rule() {
        return new Rule(
                0,
                name,
                account.matches("\\d{1,18}") ? Optional.of(new AccountId(Long.parseLong(account))) : Optional.empty(),
                lines(words),
                number(links),
                Arrays.stream(Mark.values())
                        .filter(each -> each.name().equals(mark))
                        .findFirst(),
                number(days),
                Sight.SPAM.name().equals(what) ? Sight.SPAM : Sight.OUT_OF_SIGHT);
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** What isn't a number is as wrong as one that is too high. */
    private static int number(String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : -1;
    }
}
