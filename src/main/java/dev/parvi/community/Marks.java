package dev.parvi.community;

import dev.parvi.text.Mark;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Marks as the bits they are kept as. The numbers stand in the database: they never change. */
final class Marks {

    private Marks() {}

    static int bit(Mark mark) {
        return switch (mark) {
            case QUESTION -> 1;
            case COMPLAINT -> 2;
            case PURCHASE_INTENT -> 4;
            case OFFENSIVE -> 8;
            case SPAM -> 16;
            case PRAISE -> 32;
        };
    }

    static int bits(Collection<Mark> marks) {
        return marks.stream().mapToInt(Marks::bit).reduce(0, (one, other) -> one | other);
    }

    static Set<Mark> of(int bits) {
        var marks = EnumSet.noneOf(Mark.class);
        for (var mark : Mark.values()) {
            if ((bits & bit(mark)) != 0) {
                marks.add(mark);
            }
        }
        return marks;
    }
}
