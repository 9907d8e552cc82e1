package dev.parvi.page;

/** Which comments wait for somebody to read them before they are shown. */
public enum Rule {
    ALL,
    /** Those of people nobody has let in yet, and those with links. */
    CAREFUL,
    NONE;

    /** @param known whether somebody has let this visitor in before */
    boolean holds(Remark remark, boolean known) {
        return switch (this) {
            case ALL -> true;
            case CAREFUL -> Prose.links(remark.text()) || Prose.links(remark.name()) || !known;
            case NONE -> false;
        };
    }
}
