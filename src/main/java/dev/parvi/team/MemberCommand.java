package dev.parvi.team;

import dev.parvi.platform.Command;
import dev.parvi.ui.Languages;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code ./parvi member}: what the person who runs the desk can do for members who can't get in. */
@Component
@SuppressWarnings("SystemOut")
class MemberCommand implements Command {

    private static final String USE = """
            ./parvi member list                  who is a member
            ./parvi member add EMAIL NAME        a new member, and a link to set the password
            ./parvi member password EMAIL        a link to set a new password, good for an hour, once
            ./parvi member password EMAIL --type type the new password here instead""";

    private final Enrolling enrolling;
    private final Resetting resetting;
    private final PrintStream out;

    @Autowired
    MemberCommand(Enrolling enrolling, Resetting resetting) {
        this(enrolling, resetting, System.out);
    }

    MemberCommand(Enrolling enrolling, Resetting resetting, PrintStream out) {
        this.enrolling = enrolling;
        this.resetting = resetting;
        this.out = out;
    }

    @Override
    public String name() {
        return "member";
    }

    @Override
    public int run(List<String> args) {
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "list" -> list();
            case "add" -> args.size() >= 3 ? add(args.get(1), String.join(" ", args.subList(2, args.size()))) : use();
            case "password" -> password(args.subList(1, args.size()));
            default -> use();
        };
    }

    private int list() {
        enrolling.all().forEach(member -> out.println(member.email() + "\t" + member.name()));
        return 0;
    }

    private int add(String email, String name) {
        if (!Newcomer.isEmail(email) || !Newcomer.isName(name)) {
            return trouble("Give an e-mail address and a name: ./parvi member add maija@example.org Maija");
        }
        if (enrolling.add(email, name, Languages.ENGLISH).isEmpty()) {
            return trouble("There is a member with the e-mail " + email + " already. See ./parvi member list");
        }
        return link(email);
    }

    private int password(List<String> args) {
        if (args.isEmpty()) {
            return use();
        }
        return args.contains("--type") ? typed(args.getFirst(), System.console()) : link(args.getFirst());
    }

    private int link(String email) {
        return resetting
                .link(email)
                .map(link -> {
                    out.println("This link sets a new password. It works once, for an hour:\n" + link);
                    return 0;
                })
                .orElseGet(() -> unknown(email));
    }

    private int typed(String email, @Nullable Console console) {
        if (console == null) {
            return trouble("There is no terminal to type at. Leave out --type to get a link.");
        }
        var typed = console.readPassword("New password for %s (at least %d characters): ", email, Passwords.SHORTEST);
        var password = typed == null ? "" : new String(typed);
        if (!Passwords.goodEnough(password)) {
            return trouble("Choose a password of at least " + Passwords.SHORTEST + " characters.");
        }
        if (!resetting.set(email, password)) {
            return unknown(email);
        }
        out.println("The password is set; the member is signed out everywhere.");
        return 0;
    }

    private int unknown(String email) {
        return trouble("No member has the e-mail " + email + ". See ./parvi member list");
    }

    private int use() {
        out.println(USE);
        return 2;
    }

    private int trouble(String what) {
        System.err.println(what);
        return 1;
    }
}
