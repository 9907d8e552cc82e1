package dev.parvi.tracking;

/** As what somebody came; the numbers stand in the table. */
enum Coming {
    PERSON(1),
    ROBOT(2),
    PREVIEW(3),
    FLOOD(4),
    LANDED(5),
    LANDED_REMEMBERED(6);

    private final short number;

    Coming(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }
}
